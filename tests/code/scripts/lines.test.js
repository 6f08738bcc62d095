// How the lines of a list are put in order, by the worker itself: it is sent lines and a question.
import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_WORDS, importScripts, indexOf, packedOf, page } from "./search.js";

const GUIDES = [page("Neglect", { summary: "Dirty clothes and no food" }), page("Knife crime"), page("Self harm"), page("Crime on county lines")];
const SITE = "https://guide.test/coventry/";
/** @type {Record<string, object>} */
const FILES = { "small.json": packedOf(indexOf(GUIDES)), "pages.json": GUIDES, "words.json": NO_WORDS };
/** @param {number} number */
const guide = (number) => `${SITE}${GUIDES[number]?.address}`;
/** @type {Line[]} */
const LINES = [
  { id: "", title: "A knife in a school bag, seen by a friend", guide: guide(1), card: "talk" },
  { id: "", title: "A knife in a school bag, shown in anger", guide: guide(1), card: "emergency" },
  { id: "", title: "A knife in a school bag, found by staff", guide: guide(1), card: "mash" },
  { id: "", title: "Always hungry", guide: guide(0), card: "mash" },
  { id: "", title: "Cuts on the arms", guide: guide(2), card: "talk" },
  { id: "", title: "A new phone", guide: guide(3), card: "talk" },
  { id: "", title: "Trains to the coast", guide: guide(3), card: "mash" },
];

/** @type {FromRanking[]} */
const told = [];
/** @type {string[]} */
const fetched = [];
const scope = Object.assign(globalThis, {
  self: globalThis,
  location: { href: `${SITE}assets/scripts/search/ranking-worker.js` },
  importScripts,
  fetch: async (/** @type {URL} */ address) => {
    fetched.push(address.href);
    const file = JSON.stringify(FILES[address.pathname.split("/").at(-1) ?? ""]);
    return { json: async () => JSON.parse(file) };
  },
  postMessage: (/** @type {FromRanking} */ message) => void told.push(message),
  onmessage: async (/** @type {{ data: ToRanking }} */ _) => {},
});
importScripts("ranking-worker.js");
await scope.onmessage({ data: { lines: LINES } });

let asked = 0;
/**
 * The first words of the lines that fit, best first.
 * @param {string} text
 */
const order = async (text) => {
  await scope.onmessage({ data: { id: (asked += 1), text } });
  const answer = told.at(-1);
  assert.ok(answer && "order" in answer && answer.id === asked);
  return answer.order.map((number) => LINES[number]?.title);
};

test("the files of search are asked for at their place beside the scripts", async () => {
  await order("knife");
  assert.deepEqual(fetched, ["small", "pages", "words", "model", "concerns"].map((name) => `${SITE}search/${name}.json`));
});

test("of lines that fit alike the more urgent stands first, and a calm one never before 999", async () => {
  const cards = LINES.slice(0, 3);
  assert.deepEqual(await order("there is a knife in a school bag now"), [1, 2, 0].map((number) => cards[number]?.title));
});

test("to few words the line for 999 comes first, and then the one that says them", async () => {
  const found = await order("knife found by staff");
  assert.deepEqual(found.slice(0, 2), ["A knife in a school bag, shown in anger", "A knife in a school bag, found by staff"]);
});

test("a line for 999 that fits nearly as well as another guide's stands before it", async () => {
  const found = await order("crime on the county lines with a knife today");
  assert.deepEqual(found.slice(0, 2), ["A knife in a school bag, shown in anger", "Trains to the coast"]);
});

test("a line that does not say the word is found by its guide", async () => {
  assert.deepEqual(await order("neglect"), ["Always hungry"]);
  assert.deepEqual(await order("self harm"), ["Cuts on the arms"]);
});

test("where nobody can be sure, a line of each of the nearest guides is among the first", async () => {
  assert.deepEqual((await order("crime")).slice(0, 2), ["A knife in a school bag, shown in anger", "Trains to the coast"]);
});

test("a line's own words find it, and those that fit little are left out", async () => {
  assert.deepEqual(await order("hungry"), ["Always hungry"]);
  assert.equal((await order("a knife that the staff of the school found"))[0], "A knife in a school bag, found by staff");
});

test("what nothing fits leaves no line", async () => {
  for (const text of ["zebra", "the", ""]) assert.deepEqual(await order(text), [], text);
});

test("whether one fits for sure is said, and never without the model", async () => {
  await order("hungry");
  const answer = told.at(-1);
  assert.ok(answer && "sure" in answer && !answer.sure);
});

test("of two questions at once the newer is answered", async () => {
  told.length = 0;
  const both = ["knife", "hungry"].map((text) => scope.onmessage({ data: { id: (asked += 1), text } }));
  await Promise.all(both);
  assert.deepEqual(told, [{ id: asked, order: [3], sure: false }]);
});
