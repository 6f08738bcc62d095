// Puts an index that travelled in columns together again, as the engine reads it.

// As macros/publishing/script_json.py writes numbers: printable characters, without what JSON escapes.
const CODES = { first: 35, gap: 92, table: 161 };

/** @param {string} character */
const decoded = (character) => {
  const seen = character.charCodeAt(0);
  const code = seen >= CODES.table ? seen - CODES.table + 127 : seen;
  return code - (code > CODES.gap ? 1 : 0) - CODES.first;
};

/**
 * @param {PackedIndex} packed
 * @returns {lunr.Index}
 */
const unpacked = ({ terms, columns, ...rest }) => {
  const fields = Object.keys(columns);
  const inverted = terms.split("\n").map((term, number) => {
    /** @type {Record<string, any>} */
    const entry = { _index: number };
    for (const field of fields) entry[field] = {};
    return /** @type {const} */ ([term, entry]);
  });
  /** @type {[name: string, vector: number[]][]} */
  const fieldVectors = [];
  for (const [field, [many, steps, weights]] of Object.entries(columns)) {
    let next = 0;
    for (const [number, count] of [...many].map(decoded).entries()) {
      const vector = [];
      let term = 0;
      for (const end = next + count; next < end; next += 1) {
        term += decoded(steps.charAt(next));
        vector.push(term, decoded(weights.charAt(next)));
        const entry = inverted[term];
        if (entry) entry[1][field][number] = {};
      }
      fieldVectors.push([`${field}/${number}`, vector]);
    }
  }
  return lunr.Index.load({ ...rest, fields, fieldVectors, invertedIndex: inverted });
};
