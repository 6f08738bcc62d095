// Puts the lines of a list in order: by their own words, and by how well search finds their guide.
importScripts("worker.js");

// Numbers found by trying them on the questions in tests/; none is true in itself.
const OWN = { title: 10, about: 4 };
const LENGTH_COUNTS = 0.4;
const GUIDE = 1.5; // how much the guide's place counts beside the line's own words
const LEAST = { guide: 0.3, line: 0.4, own: 0.6 }; // of the best one
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
  return { pages, indexes: [index], known: spellings(pages, whole) };
};

/**
 * By address, how well search finds each guide that is not far behind the best page.
 * @param {Loaded} whole
 * @param {Question} question
 */
const guides = (whole, question) => {
  const { list } = ranked({ ...whole, indexes: [whole.small] }, question);
  const near = list.filter(({ score }) => score >= LEAST.guide * (list[0]?.score ?? 0));
  return new Map(near.map(({ page, score }) => [new URL(page.address, site).href, score]));
};

/**
 * The numbers of the lines that fit, best first.
 * @param {Loaded} whole
 * @param {Shelf<Ranked>} list
 * @param {string} text
 */
const ordered = (whole, list, text) => {
  const question = concepts(text, whole.names);
  const own = new Map(ranked(list, question).list.map(({ page, score }) => [Number(page.address), score]));
  const led = guides(whole, question);
  const nearest = Math.max(...own.values());
  const scores = lines.map(({ card, guide }, number) => ((own.get(number) ?? 0) + GUIDE * (led.get(guide) ?? 0)) * URGENT[card]);
  const most = Math.max(...scores);
  const fitting = scores.map((score, number) => ({ number, score, own: own.get(number) ?? 0 }))
    .filter((one) => one.score > 0 && (one.score >= LEAST.line * most || (one.own > 0 && one.own >= LEAST.own * nearest)));
  return fitting.sort((a, b) => b.score - a.score || a.number - b.number).map(({ number }) => number);
};

/** @param {MessageEvent<ToRanking>} event */
self.onmessage = async ({ data }) => {
  if ("lines" in data) return void (lines = data.lines);
  newest = data.id;
  try {
    const whole = await loaded;
    shelf ??= listed(whole);
    await new Promise((done) => setTimeout(done)); // lets a newer question overtake this one
    if (data.id === newest) answer({ id: data.id, order: ordered(whole, shelf, data.text) });
  } catch {
    answer({ failed: true });
  }
};
