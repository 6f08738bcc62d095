// Leads a question that tells a situation to pages: a linear model, learned from worries at build.
// Questions are read as macros/publishing/question_features.py reads them; a test holds both together.

const MIDDLE = 80; // as in macros/publishing/search_model.py: a weight of nought

/**
 * The columns of a file as one row a feature.
 * @param {WeightColumns} columns
 * @returns {Map<string, Telling>}
 */
const rowsOf = ({ features, tells, harm, many, places, steps }) => {
  let at = 0;
  return new Map(features.split("\n").map((feature, number) => {
    /** @type {[place: number, weight: number][]} */
    const weights = [];
    let place = 0;
    for (const end = at + decoded(many.charAt(number)); at < end; at += 1) {
      place += decoded(places.charAt(at));
      weights.push([place, decoded(steps.charAt(at)) - MIDDLE]);
    }
    return [feature, { tells: decoded(tells.charAt(number)) / 2, harm: decoded(harm.charAt(number)) - MIDDLE, weights }];
  }));
};

/**
 * @param {ModelFile} file
 * @returns {Model}
 */
const model = ({ pages, gentle, kinds, weights }) => ({ pages, gentle: new Set(gentle), kinds, weights: rowsOf(weights) });

/**
 * Everything that a question is made of, each once: stems, kinds of things, and pairs of either.
 * @param {string} text
 * @param {Record<string, string[]>} kinds
 */
const featuresOf = (text, kinds) => {
  const words = wordsOf(text);
  const parts = words.map(stem);
  const marks = words.flatMap((word) => kinds[word] ?? []);
  /** @param {string[]} list */
  const pairs = (list) => list.slice(1).map((one, place) => `${list[place]} ${one}`);
  return new Set([...parts, ...marks, ...pairs(parts), ...pairs(marks)]);
};

/**
 * How well each page fits, by its place, and how far the question speaks of harm; nothing where no feature is known.
 * @param {Map<string, Telling>} rows
 * @param {Set<string>} features
 */
const fitting = (rows, features) => {
  const known = [...features].flatMap((feature) => rows.get(feature) ?? []);
  const length = Math.sqrt(known.reduce((sum, { tells }) => sum + tells ** 2, 0)) || 1;
  /** @type {Map<number, number>} */
  const pages = new Map();
  for (const { weights } of known) for (const [place, weight] of weights) pages.set(place, (pages.get(place) ?? 0) + weight / length);
  return { pages, harm: known.reduce((sum, { harm }) => sum + harm, 0) / length };
};
