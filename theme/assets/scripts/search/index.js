// Puts an index that travelled in columns together again, as the engine reads it.

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
    for (const [number, count] of many.entries()) {
      const vector = [];
      let term = 0;
      for (const end = next + count; next < end; next += 1) {
        term += steps[next] ?? 0;
        vector.push(term, weights[next] ?? 0);
        const entry = inverted[term];
        if (entry) entry[1][field][number] = {};
      }
      fieldVectors.push([`${field}/${number}`, vector]);
    }
  }
  return lunr.Index.load({ ...rest, fields, fieldVectors, invertedIndex: inverted });
};
