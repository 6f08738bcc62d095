// How a question is read: its words, the names in it, the slips in it.
import assert from "node:assert/strict";
import { cpuUsage } from "node:process";
import { test } from "node:test";
import { NO_WORDS, found, page, search } from "./search.js";

const { concepts, distance, folded, nearest, spellings, spelt, thesaurus } = search;
const OFFICER = "local authority designated officer";
const NAMES = thesaurus({
  same: [[OFFICER, "lado"], ["local authority", "council"], ["childline", "child line"]],
  said: { "dirty house": ["neglect"] },
});
/** @param {string} text */
const phrases = (text) => concepts(text, NAMES).map(({ phrase }) => phrase);
/** @param {string} text */
const others = (text) => concepts(text, NAMES).flatMap((one) => one.others);

test("capitals, accents, apostrophes and signs make no other word", () => {
  assert.equal(folded("Mum’s  CAFÉ — drunk, ‘again’?"), "mums cafe drunk again");
});

test("a section of a law is one, however it is written", () => {
  for (const text of ["s47", "S 47", "s.47", "sec 47", "sec. 47", "section 47", "Section47"]) {
    assert.equal(folded(text), "section 47", text);
  }
});

test("what only looks like a section is left alone", () => {
  for (const text of ["is 47", "a47", "s1000", "47"]) assert.equal(folded(text), text);
});

test("a question without a word asks nothing", () => {
  for (const text of ["", "   ", "?!", "…"]) assert.deepEqual(concepts(text, NAMES), []);
});

test("words that say nothing are left out", () => {
  assert.deepEqual(phrases("what is the neglect of a baby"), ["neglect", "baby"]);
});

test("the longest name is read as one stretch", () => {
  assert.deepEqual(phrases(`call ${OFFICER} today`), ["call", OFFICER, "today"]);
  assert.deepEqual(phrases("call local authority today"), ["call", "local authority", "today"]);
});

test("a name brings the other names for the same thing", () => {
  assert.deepEqual(others("lado"), [[OFFICER, 1]]);
  assert.deepEqual(others("Local Authority Designated Officers"), [["lado", 1]]);
});

test("what people say for a thing counts less than its name", () => {
  const [meant, ...more] = others("dirty house");
  assert.deepEqual(more, []);
  assert.equal(meant?.[0], "neglect");
  assert.ok(Number(meant?.[1]) < 1);
});

test("one word says more than its two halves", () => {
  assert.deepEqual(others("childline"), []);
  assert.deepEqual(others("child line"), [["childline", 1]]);
});

test("only the end of a question may still be being typed", () => {
  assert.deepEqual(concepts("bruised bab", NAMES).map(({ last }) => last), [false, true]);
});

test("a question is cut at 300 letters and a word at 40", () => {
  assert.equal(phrases("q".repeat(2000))[0], "q".repeat(40));
  const letters = phrases("neglect ".repeat(200)).join(" ").length;
  assert.ok(letters > 290 && letters <= 300, `${letters} letters`);
  assert.deepEqual(nearest(`${"qqqq ".repeat(100)} neglect`, [page("Neglect")]), []);
});

test("a word of 5,000 letters takes no second to compute", () => {
  const before = cpuUsage();
  const pages = [page("Neglect"), page("Private fostering")];
  assert.deepEqual(found("q".repeat(5_000), pages).titles, []);
  assert.deepEqual(nearest("q".repeat(5_000), pages), []);
  assert.ok(cpuUsage(before).user < 1e6, "in millionths");
});

test("a letter more, less, other, or two that changed places are one step", () => {
  for (const word of ["neglects", "neglet", "naglect", "nelgect", "eglect"]) {
    assert.equal(distance("neglect", word), 1, word);
    assert.equal(distance(word, "neglect"), 1, word);
  }
  assert.equal(distance("neglect", "neglect"), 0);
  assert.equal(distance("", "abuse"), 5);
  assert.equal(distance("kitten", "sitting"), 3);
});

test("a word of four letters has no slips, one of five has one, one of eight has two", () => {
  assert.deepEqual(spelt("fire", ["fore"]), []);
  assert.deepEqual(spelt("abuce", ["abuse"]), ["abuse"]);
  assert.deepEqual(spelt("abcce", ["abuse"]), []);
  assert.deepEqual(spelt("fosterring", ["fostering"]), ["fostering"]);
  assert.deepEqual(spelt("fostrring", ["fostering"]), ["fostering"]);
  assert.deepEqual(spelt("forstrrign", ["fostering"]), []);
});

test("the first letter is never the slip, and only the nearest words are meant", () => {
  assert.deepEqual(spelt("meglect", ["neglect"]), []);
  assert.deepEqual(spelt("exploitaton", ["exploitation", "exploitative"]), ["exploitation"]);
});

test("the words that are known are those of pages, names and meanings, each once", () => {
  const known = spellings([page("Neglect", { summary: "Dirty and hungry", parts: { one: "Dirty clothes" } })],
    { ...NO_WORDS, same: [["lado"]], said: { "grubby kid": ["neglect"] } });
  assert.deepEqual([...known].sort(), ["clothes", "dirty", "grubby", "hungry", "lado", "neglect"]);
});
