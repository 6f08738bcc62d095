// The plain scripts of search in this process, sharing one scope as in a worker; and small shelves to ask.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";

const SCRIPTS = new URL("../../../theme/assets/scripts/search/", import.meta.url);
const SITE = new URL("../../../site/", import.meta.url);

/**
 * What the build made; lunr.js among it.
 * @param {string} name
 */
export const built = (name) => {
  try {
    return readFileSync(new URL(name, SITE), "utf8");
  } catch {
    throw new Error(`site/${name} is missing: run \`make build\` first, or \`make test\` for all`);
  }
};

const loaded = new Set();
/** @param {string[]} names */
export const importScripts = (...names) => {
  for (const name of names.filter((one) => !loaded.has(one))) {
    loaded.add(name);
    const file = new URL(name, SCRIPTS);
    const code = name === "lunr.js" ? built(`assets/scripts/search/${name}`) : readFileSync(file, "utf8");
    runInThisContext(code, { filename: fileURLToPath(file) });
  }
};
importScripts("lunr.js", "index.js", "query.js");

const NAMES = "answered concepts distance folded nearest partsOf ranked spellings spelt stems thesaurus unpacked";
/**
 * @typedef {{ answered: typeof answered, concepts: typeof concepts, distance: typeof distance,
 *   folded: typeof folded, nearest: typeof nearest, partsOf: typeof partsOf, ranked: typeof ranked,
 *   spellings: typeof spellings, spelt: typeof spelt, stems: typeof stems, thesaurus: typeof thesaurus,
 *   unpacked: typeof unpacked }} Search
 */
export const search = /** @type {Search} */ (runInThisContext(`({ ${NAMES.replaceAll(" ", ", ")} })`));

/** Words as search/words.json has them, with nothing in them. */
export const NO_WORDS = { same: [], said: {}, answers: [], topics: {}, place: [] };

/**
 * A page to look for.
 * @param {string} title
 * @param {Partial<Page>} more
 * @returns {Page}
 */
export const page = (title, more = {}) => ({
  title,
  address: `${title.toLowerCase().replaceAll(" ", "-")}/`,
  summary: "",
  type: "guide",
  parts: {},
  reviewed: "2026-11-22",
  topics: [],
  roles: ["everyone"],
  stems: search.stems(title),
  ...more,
});

/** The pages as the worker has them once all has come. @returns {Page[]} */
export const builtPages = () => {
  const parts = JSON.parse(built("search/parts.json"));
  return JSON.parse(built("search/pages.json")).map((/** @type {Page} */ one, /** @type {number} */ number) =>
    ({ ...one, parts: parts[number], stems: search.stems(one.title) }));
};

/**
 * Whole numbers as characters, as they travel.
 * @param {number[]} numbers
 */
const codes = (numbers) => String.fromCharCode(...numbers.map((number) => {
  const code = number + 35 + (number + 35 >= 92 ? 1 : 0);
  return code < 127 ? code : code - 127 + 161;
}));

/**
 * An index of pages, each counted by its place.
 * @param {Page[]} pages
 */
export const indexOf = (pages) =>
  lunr(function () {
    this.ref("number");
    this.field("title", { boost: 20 });
    this.field("summary", { boost: 11 });
    for (const [number, { title, summary }] of pages.entries()) {
      this.add({ number, title: search.folded(title), summary: search.folded(summary) });
    }
  });

/**
 * An index in columns, as it travels.
 * @param {lunr.Index} index
 */
export const packedOf = (index) => {
  const { version, pipeline, fields, fieldVectors, invertedIndex } = /** @type {any} */ (index.toJSON());
  /** @type {Map<number, number>} */
  const numbers = new Map(invertedIndex.map((/** @type {[string, any]} */ [, entry], /** @type {number} */ place) => [entry._index, place]));
  /** @type {Record<string, [number[], number[], number[]]>} */
  const columns = Object.fromEntries(fields.map((/** @type {string} */ field) => [field, [[], [], []]]));
  for (const [name, vector] of fieldVectors) {
    const [many, steps, weights] = columns[name.split("/")[0]] ?? [[], [], []];
    /** @type {number[][]} */
    const pairs = [];
    for (let place = 0; place < vector.length; place += 2) pairs.push([numbers.get(vector[place]) ?? 0, vector[place + 1]]);
    pairs.sort(([one = 0], [other = 0]) => one - other);
    many.push(pairs.length);
    steps.push(...pairs.map(([term = 0], place) => term - (pairs[place - 1]?.[0] ?? 0)));
    weights.push(...pairs.map(([, weight = 0]) => weight));
  }
  const coded = Object.fromEntries(Object.entries(columns).map(([field, three]) => [field, three.map((column) => codes(column))]));
  return { version, pipeline, terms: invertedIndex.map((/** @type {[string]} */ [term]) => term).join("\n"), columns: coded };
};

/**
 * What a question finds on a shelf of these pages, best first, and whether that is sure.
 * @param {string} text
 * @param {Page[]} pages
 * @param {Words} words
 */
export const found = (text, pages, words = NO_WORDS) => {
  const shelf = { pages, indexes: [indexOf(pages)], known: search.spellings(pages, words), place: words.place };
  const { list, sure } = search.ranked(shelf, search.concepts(text, search.thesaurus(words)));
  return {
    titles: list.map((one) => one.page.title),
    addresses: list.map((one) => one.page.address),
    scores: list.map((one) => one.score),
    sure,
  };
};
