// Puts the lines of a list in order: by their own words, and by how well search finds their guide.
importScripts("worker.js");

// Numbers found by trying them on the questions in tests/; none is true in itself.
const OWN = { title: 10, about: 4 };
const LENGTH_COUNTS = 0.4;
const GUIDE = 3; // how much the guide's place counts beside the line's own words
const LEAST = { guide: 0.3, line: 0.4, own: 0.6 }; // of the best one
const TELLING = 1; // how much words count beside the model, however short the question
const AGAIN = 0.7; // how much a further line of the same guide counts
const SOFT = 3; // how far apart guides seem: the more, the less
// Where lines fit alike, the more urgent comes first; never a calm one before one for 999.
const URGENT = { emergency: 1.15, mash: 1, talk: 0.5 };
const site = new URL("../../../", self.location.href);
/** @type {Line[]} */
let lines = [];
/** @type {Shelf<Ranked> | null} */
let shelf = null;
let newest = 0;

/** @param {FromRanking} message */
const answer = (message) => postMessage(message);

/**
 * A line stands in for a page: its place in the list is its address.
 * @param {Loaded} whole
 * @returns {Shelf<Ranked>}
 */
const listed = (whole) => {
  const index = lunr(function () {
    this.ref("number");
    this.b(LENGTH_COUNTS);
    for (const [name, boost] of Object.entries(OWN)) this.field(name, { boost });
    for (const [number, { title, about }] of lines.entries()) this.add({ number, title: folded(title), about: folded(about) });
  });
  const pages = lines.map(({ title, about }, number) =>
    ({ address: `${number}`, title, summary: about, type: "line", parts: {}, stems: stems(title) }));
  return { pages, indexes: [index], known: spellings(pages, whole), place: whole.place };
};

/** The model is fetched with the list: whoever comes here tells a situation. */
const situations = fetched("model.json").then(model, () => null);

/**
 * By address, how well each guide fits beside the best, from 0 to 1.
 * @param {Loaded} whole
 * @param {string} text
 * @param {Question} question
 * @param {Model | null} learned
 */
const guides = (whole, text, question, learned) => {
  const { list } = ranked({ ...whole, indexes: [whole.small] }, question);
  const led = new Set(lines.map(({ guide }) => guide));
  const guidePages = whole.pages.filter(({ address }) => led.has(new URL(address, site).href));
  const known = new Set(guidePages);
  const found = list.filter(({ page }) => known.has(page));
  const most = found[0]?.score ?? 1;
  const fits = learned ? scoresOf(guidePages, text, found, learned, TELLING) : [];
  const top = Math.max(...fits.map(({ score }) => score));
  const shares = learned
    ? fits.map(({ page, score }) => ({ page, share: Math.exp((score - top) / SOFT) }))
    : found.map(({ page, score }) => ({ page, share: score / most }));
  return new Map(shares.filter(({ share }) => share >= LEAST.guide).map(({ page, share }) => [new URL(page.address, site).href, share]));
};

/**
 * Best first, but each further line of the same guide counts less: what else it may be is seen too.
 * @param {{ number: number, score: number, own: number }[]} fits
 */
const varied = (fits) => {
  /** @type {Map<string | undefined, number>} */
  const before = new Map();
  const again = fits.map((one) => {
    const guide = lines[one.number]?.guide;
    const times = before.get(guide) ?? 0;
    before.set(guide, times + 1);
    return { ...one, score: one.score * AGAIN ** times };
  });
  return again.sort((a, b) => b.score - a.score || a.number - b.number);
};

/**
 * The numbers of the lines that fit, best first.
 * @param {Loaded} whole
 * @param {Shelf<Ranked>} list
 * @param {string} text
 * @param {Model | null} learned
 */
const ordered = (whole, list, text, learned) => {
  const question = concepts(text, whole.names);
  const own = new Map(ranked(list, question).list.map(({ page, score }, _, all) => [Number(page.address), score / (all[0]?.score ?? 1)]));
  const led = guides(whole, text, question, learned);
  const nearest = Math.max(...own.values());
  const scores = lines.map(({ card, guide }, number) => ((own.get(number) ?? 0) + GUIDE * (led.get(guide) ?? 0)) * URGENT[card]);
  const most = Math.max(...scores);
  const fits = scores.map((score, number) => ({ number, score, own: own.get(number) ?? 0 }))
    .filter((one) => one.score > 0 && (one.score >= LEAST.line * most || (one.own > 0 && one.own >= LEAST.own * nearest)));
  return varied(fits.sort((a, b) => b.score - a.score || a.number - b.number)).map(({ number }) => number);
};

/** @param {MessageEvent<ToRanking>} event */
self.onmessage = async ({ data }) => {
  if ("lines" in data) return void (lines = data.lines);
  newest = data.id;
  try {
    const [whole, learned] = await Promise.all([loaded, situations]);
    shelf ??= listed(whole);
    await new Promise((done) => setTimeout(done)); // lets a newer question overtake this one
    if (data.id === newest) answer({ id: data.id, order: ordered(whole, shelf, data.text, learned) });
  } catch {
    answer({ failed: true });
  }
};
