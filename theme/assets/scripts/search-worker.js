// Looks words up in the index, away from the page, so that typing never waits.
// Any word may match; more matching words rank higher; prefix and slips count less than exact.
importScripts("lunr.js");

const folder = new URL("../../search/", self.location);
const fetched = (name) => fetch(new URL(name, folder)).then((answer) => answer.json());
const pages = fetched("pages.json").then((list) => new Map(list.map((page) => [page.address, page])));
let index = fetched("small.json").then((data) => lunr.Index.load(data));
let widening = null;
let whole = false;

// The full text follows once the small index has answered; if it fails, the small one goes on.
const widen = () => {
  widening ??= fetched("full.json")
    .then((data) => (index = Promise.resolve(lunr.Index.load(data))))
    .catch(() => null)
    .then(() => {
      whole = true;
      postMessage({ widened: true });
    });
};

const words = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f’']/g, "").split(/[^a-z0-9]+/).filter(Boolean);
const stem = (word) => lunr.stemmer(new lunr.Token(word, {})).toString();

const found = (index, text) => {
  const terms = words(text).filter((word) => lunr.stopWordFilter(new lunr.Token(word, {})));
  return index.query((query) => {
    for (const term of terms) {
      query.term(term, { boost: 10 });
      if (term.length > 2) query.term(term, { boost: 3, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
      if (term.length > 4) query.term(stem(term), { boost: 1, usePipeline: false, editDistance: 1 });
    }
  });
};

// Pages about the guide itself come after pages that help with a child.
const weight = { about: 0.3 };

// A page ranks by its best part, and a little by the rest; two parts at most stand under it.
const grouped = (hits, pages) => {
  const groups = new Map();
  for (const { ref, score } of hits) {
    const [address, anchor] = ref.split("#");
    const group = groups.get(address) ?? { score: 0, parts: [] };
    group.score += (groups.has(address) ? score / 4 : score) * (weight[pages.get(address).type] ?? 1);
    if (anchor && group.parts.length < 2) group.parts.push(anchor);
    groups.set(address, group);
  }
  return [...groups].sort((a, b) => b[1].score - a[1].score).map(([address, { parts }]) => ({ ...pages.get(address), found: parts }));
};

onmessage = async ({ data: { id, text } }) => {
  try {
    const hits = found(await index, text);
    postMessage({ id, whole, results: grouped(hits, await pages) });
    widen();
  } catch {
    postMessage({ failed: true });
  }
};
