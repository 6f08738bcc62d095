// Looks words up away from the page, so that typing never waits.
importScripts("lunr.js", "query.js");

const folder = new URL("../../../search/", self.location.href);
/** @param {string} name */
const fetched = (name) => fetch(new URL(name, folder)).then((answer) => answer.json());
/**
 * What a question is held against: pages, other names for things, answers; `text` comes later.
 * @type {Promise<Loaded>}
 */
const loaded = Promise.all([fetched("small.json"), fetched("pages.json"), fetched("words.json")]).then(
  (/** @type {[object, Omit<Page, "stems">[], Words]} */ [index, list, words]) => {
    const pages = list.map((page) => ({ ...page, stems: stems(page.title) }));
    const known = spellings(pages, words);
    return { small: lunr.Index.load(index), text: null, pages, known, names: thesaurus(words), ...words };
  },
);
let whole = false;
/** @type {Promise<void> | null} */
let widening = null;

/** @param {FromSearch} message */
const tell = (message) => postMessage(message);

/**
 * @param {string} text
 * @returns {[value: string, text: string]}
 */
const capital = (text) => [text, text.charAt(0).toUpperCase() + text.slice(1)];
/**
 * @param {Loaded} shelf
 * @returns {Offered}
 */
const offered = ({ pages, topics }) => {
  /** @param {"type" | "topics" | "roles"} name */
  const all = (name) => [...new Set(pages.flatMap((page) => page[name]))].sort();
  const used = new Set(all("topics"));
  return {
    type: all("type").map(capital),
    topic: Object.entries(topics).filter(([topic]) => used.has(topic)),
    role: all("roles").filter((role) => role !== "everyone").map(capital),
  };
};
loaded.then((shelf) => tell({ offered: offered(shelf) }), () => tell({ failed: true }));

/**
 * The full text follows only where the small index is not sure; if it fails, the small one goes on.
 * @param {Loaded} shelf
 */
const widen = (shelf) =>
  (widening ??= fetched("text.json")
    .then((data) => (shelf.text = lunr.Index.load(data)))
    .catch(() => null)
    .then(() => tell({ widened: (whole = true) })));

/** @param {Chosen} chosen */
const fits = ({ type, topic, role }) => (/** @type {Page} */ page) =>
  (!type || page.type === type) &&
  (!topic || page.topics.includes(topic)) &&
  (!role || page.roles.includes(role) || page.roles.includes("everyone"));

/** @param {MessageEvent<ToSearch>} event */
self.onmessage = async ({ data: { id, query, filters } }) => {
  try {
    const shelf = await loaded;
    const question = concepts(query, shelf.names);
    const first = ranked({ ...shelf, indexes: [shelf.small] }, question);
    const sure = first.sure;
    // The same question has the same answer, whether the full text is here already or not.
    const { said, list } = sure || !shelf.text ? first : ranked({ ...shelf, indexes: [shelf.small, shelf.text] }, question);
    const results = list.map(({ page }) => page).filter(fits(filters)).map((page) => ({
      ...page, parts: partsOf(page, said), topics: page.topics.map((topic) => shelf.topics[topic] ?? topic),
    }));
    const meant = [...new Set(question.flatMap(({ others }) => others.map(([name]) => name)))].slice(0, 3);
    const near = whole && !results.length ? nearest(query, shelf.pages) : [];
    tell({ id, whole, results, said: [...said], meant, near, answers: answered(query, shelf.answers) });
    if (!sure || !results.length) widen(shelf);
  } catch {
    tell({ failed: true });
  }
};
