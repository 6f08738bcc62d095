// Looks words up away from the page, so that typing never waits.
importScripts("lunr.js", "index.js", "query.js", "model.js", "weighing.js");

const folder = new URL("../../../search/", self.location.href);
/** @param {string} name */
const fetched = (name) => fetch(new URL(name, folder)).then((answer) => answer.json());
/**
 * What a question is held against: pages, other names for things, answers; the rest comes later.
 * @type {Promise<Loaded>}
 */
const loaded = Promise.all([fetched("small.json"), fetched("pages.json"), fetched("words.json")]).then(
  (/** @type {[PackedIndex, Omit<Page, "stems" | "parts">[], Words]} */ [index, list, words]) => {
    const pages = list.map((page) => ({ ...page, parts: {}, stems: stems(page.title) }));
    const known = spellings(pages, words);
    return { small: unpacked(index), text: null, model: null, pages, known, names: thesaurus(words), ...words };
  },
);
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

/** What is fetched once: the parts of pages after a first answer, the rest where the small index is not sure; whether it is over. */
const MORE = { model: false, parts: false, text: false };
/**
 * If one fails, what is here goes on without it.
 * @param {keyof typeof MORE} name
 * @param {(data: any) => void} take
 */
const later = (name, take) => {
  /** @type {Promise<void> | null} */
  let coming = null;
  return () => (coming ??= fetched(`${name}.json`).then(take).catch(() => {}).then(() => {
    MORE[name] = true;
    tell({ widened: true });
  }));
};
/** @param {Loaded} shelf */
const widening = (shelf) => ({
  model: later("model", (data) => (shelf.model = model(data))),
  parts: later("parts", (data) => {
    for (const [number, page] of shelf.pages.entries()) page.parts = data[number];
    shelf.known = spellings(shelf.pages, shelf);
  }),
  text: later("text", (data) => (shelf.text = unpacked(data))),
});
const wider = loaded.then(widening);

const FEW = 10; // as many as are drawn at first, and at a time
/**
 * The pages that fit a question, best first: by names alone where those are sure, else by both readings.
 * @param {Loaded} shelf
 * @param {string} text
 * @param {Question} question
 */
const pagesFor = (shelf, text, question) => {
  const first = ranked({ ...shelf, indexes: [shelf.small] }, question);
  if (first.sure && !isSituation(text)) return { said: first.said, list: first.list, fit: /** @type {Fit} */ ("first"), harm: true, least: 0, atFirst: FEW, needs: /** @type {("model" | "text")[]} */ ([]) };
  const needs = /** @type {("model" | "text")[]} */ (isSituation(text) ? ["model"] : ["model", "text"]);
  // The same question has the same answer, whether the full text is here already or not.
  const found = shelf.text && needs.includes("text") ? ranked({ ...shelf, indexes: [shelf.small, shelf.text] }, question) : first;
  const weighing = shelf.model ? weighed(shelf.pages, text, found.list, shelf.model) : { list: found.list, fit: /** @type {Fit} */ ("none"), harm: true, least: 0, atFirst: FEW };
  return { said: found.said, needs, ...weighing };
};

/** Who narrows the results themselves sees all that are left. */
const narrowed = (/** @type {Chosen} */ chosen) => Object.values(chosen).some(Boolean);
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
    const { said, list, fit, harm, least, atFirst, needs } = pagesFor(shelf, query, question);
    const whole = needs.every((name) => MORE[name]);
    const results = list.filter(({ score }, place) => place < FEW || narrowed(filters) || score > least).map(({ page }) => page).filter(fits(filters))
      // Where no page is likely and nobody fears harm, a page that is only near frightens nobody.
      .map((page) => ({ ...page, parts: partsOf(page, said), ...(fit === "none" && !harm ? { calls: undefined } : {}) }));
    const meant = [...new Set(question.flatMap(({ others }) => others.map(([name]) => name)))].slice(0, 2);
    // A word or two may be misspelt; of a sentence, near words are other words.
    const near = whole && !results.length && wordsOf(query).length <= LENGTH.few ? nearest(query, shelf.pages) : [];
    tell({ id, whole, fit, atFirst: narrowed(filters) ? FEW : Math.min(atFirst, FEW), results, said: [...said], meant, near, answers: answered(query, shelf.answers) });
    const more = await wider;
    for (const name of results.length ? needs : /** @type {const} */ (["model", "text"])) void more[name]();
    void more.parts();
  } catch {
    tell({ failed: true });
  }
};
