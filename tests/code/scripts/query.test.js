import assert from "node:assert/strict";
import { test } from "node:test";
import { classic, plain } from "./classic.js";

const NAMES = ["folded", "typed", "stems", "thesaurus", "distance", "spelt", "concepts", "ranked", "partsOf", "answered", "nearest", "spellings", "lunr"];
const query = classic(["theme/assets/scripts/search/query.js"], NAMES);

const WORDS = {
  same: [["mash", "multi agency safeguarding hub"], ["fgm", "female genital mutilation"], ["child line", "childline"]],
  said: { "dirty house": ["neglect"], edt: ["out of hours"] },
  answers: [],
  topics: {},
};
const names = query.thesaurus(WORDS);
const read = (text) => plain(query.concepts(text, names)).map(({ phrase, others }) => [phrase, others.map(([name]) => name)]);

const PAGES = [
  ["guides/neglect/", "Neglect", "A child's basic needs are not met", "guide", { signs: "Signs of neglect", sleep: "Sleep at night" }],
  ["guides/sleep/", "Safer sleep for babies", "How babies sleep safely", "guide", {}],
  ["about/neglect/", "About the neglect strategy", "Neglect in the plan", "about", {}],
  ["figures/history/neglect/", "Neglect in 2008", "Neglect as it was counted", "guide", {}],
  ["contacts/", "Who to call", "Every number", "act now", {}],
].map(([address, title, summary, type, parts]) => ({
  address, title, summary, type, parts, reviewed: "2026-11-22", topics: [], roles: [], stems: plain(query.stems(title)),
}));

const shelf = (pages) => {
  const index = query.lunr(function () {
    this.ref("number");
    for (const field of ["title", "summary"]) this.field(field);
    for (const [number, page] of pages.entries()) this.add({ ...page, number });
  });
  return { pages, indexes: [index], known: plain(query.spellings(pages, WORDS)) };
};
const found = (text, pages = PAGES) => query.ranked(shelf(pages), query.concepts(text, names));
const order = (text, pages = PAGES) => plain(found(text, pages).list.map(({ page }) => page.address));
/** Guides with these titles and summaries, a to z. */
const guides = (...texts) =>
  texts.map(([title, summary], number) => ({
    address: "abcdef"[number], title, summary, type: "guide", parts: {}, reviewed: "2026-11-22", topics: [], roles: [], stems: plain(query.stems(title)),
  }));

test("words are compared without capitals, accents, apostrophes and marks", () => {
  assert.equal(query.folded("Café's  CHILDREN’S, (needs)!"), "cafes childrens needs");
});

test("s47, sec 47 and section 47 are one thing", () => {
  for (const text of ["s47", "S 47", "sec 47", "Section 47"]) assert.equal(query.folded(text), "section 47");
});

test("a question is cut at a length, and so is each of its words", () => {
  assert.deepEqual(plain(query.typed("a".repeat(6000))), ["a".repeat(40)]);
  assert.ok(query.typed("neglect ".repeat(1000)).length <= 40);
});

test("a name of several words is read as one thing, with its other names", () => {
  assert.deepEqual(read("dirty house kids"), [["dirty house", ["neglect"]], ["kids", []]]);
  assert.deepEqual(read("call the mash"), [["call", []], ["mash", ["multi agency safeguarding hub"]]]);
});

test("words that stand in any sentence are left out", () => {
  assert.deepEqual(read("what is it to be the"), []);
});

test("one word is not replaced by its own two halves", () => {
  assert.deepEqual(read("childline"), [["childline", []]]);
});

test("only the last stretch of a question may still be being typed", () => {
  assert.deepEqual(plain(query.concepts("neglect sleep", names)).map(({ last }) => last), [false, true]);
});

test("a letter more, less, other, or two that changed places are one step", () => {
  for (const slip of ["neglectt", "neglct", "neglecd", "negelct"]) assert.equal(query.distance("neglect", slip), 1, slip);
  assert.equal(query.distance("", "mash"), 4);
  assert.equal(query.distance("mash", "mash"), 0);
});

test("a slip leads to the nearest known word that begins alike, never in a short word", () => {
  assert.deepEqual(plain(query.spelt("neglct", ["neglect", "reflect", "sleep"])), ["neglect"]);
  assert.deepEqual(plain(query.spelt("msh", ["mash"])), []);
  assert.deepEqual(plain(query.spelt("meglect", ["neglect"])), []);
});

test("the page that is about just the question comes first, pages about the guide and old figures last", () => {
  assert.deepEqual(order("neglect"), ["guides/neglect/", "figures/history/neglect/", "about/neglect/"]);
});

test("a page that has more of the question comes before one that has less", () => {
  assert.equal(order("how babies sleep neglect")[0], "guides/sleep/");
});

test("half a name is worth little beside the whole of it", () => {
  const [first, second] = found("multi agency safeguarding hub", guides(["Multi agency safeguarding hub", "Who answers"], ["Family hub", "A hub near you"])).list;
  assert.equal(first.page.title, "Multi agency safeguarding hub");
  assert.ok(second === undefined || second.score < first.score / 20);
});

test("a page whose heading says just the question comes before one that repeats its words", () => {
  assert.deepEqual(order("sleep", guides(["Food, sleep and growth", "Sleep well, sleep long, sleep"], ["Sleep", "Nights"])), ["b", "a"]);
});

test("a page that has a little of everything comes before one that has much of one thing", () => {
  const pages = guides(["Bruises", "Bruises, bruises and marks"], ["Injuries", "Bruises on babies who cannot yet crawl"]);
  assert.equal(order("bruises babies crawl", pages)[0], "b");
});

test("search is not sure where two pages fit alike", () => {
  assert.equal(found("neglect", guides(["Neglect at home", "Needs"], ["Neglect in care", "Needs"])).sure, false);
});

test("a beginning and a slip find what the whole word finds", () => {
  assert.equal(order("negl")[0], "guides/neglect/");
  assert.equal(order("naglect")[0], "guides/neglect/");
});

test("another name for a thing finds the thing", () => {
  assert.equal(order("dirty house")[0], "guides/neglect/");
});

test("what is nowhere finds nothing, and is not sure", () => {
  const { list, sure } = found("qqqqqqq");
  assert.equal(list.length, 0);
  assert.equal(sure, false);
});

test("search is sure where the first page has the whole question and a clear lead", () => {
  assert.equal(found("safer sleep babies").sure, true);
  assert.equal(found("neglect sleep number").sure, false);
});

test("the parts that a question names are shown, those that repeat the page's heading are not", () => {
  const said = new Set(plain(query.stems("neglect sleep")));
  assert.deepEqual(plain(query.partsOf(PAGES[0], said)).map(({ anchor }) => anchor), ["sleep"]);
});

const ANSWERS = [
  { kind: "phone", names: ["mash", "multi agency safeguarding hub"] },
  { kind: "limit", names: ["assessment"] },
  { kind: "term", names: ["mash"] },
];
const kinds = (text) => plain(query.answered(text, ANSWERS)).map(({ kind }) => kind);

test("an answer comes for exactly a name, with or without the words that ask for its kind", () => {
  assert.deepEqual(kinds("mash"), ["phone", "term"]);
  assert.deepEqual(kinds("MASH phone number"), ["phone"]);
  assert.deepEqual(kinds("what does mash mean"), ["term"]);
  assert.deepEqual(kinds("assessment time limit"), ["limit"]);
});

test("no answer comes for a slip, for more than the name, or for another kind", () => {
  for (const text of ["mahs", "mash for teenagers", "assessment phone number"]) assert.deepEqual(kinds(text), [], text);
});

test("where nothing is found, near words of headings are offered, the nearest first", () => {
  assert.deepEqual(plain(query.nearest("neglekt", PAGES)), ["neglect"]);
  assert.ok(query.nearest("a".repeat(6000), PAGES).length <= 4);
});
