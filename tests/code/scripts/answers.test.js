// What is answered in one line: for exact names only, on a few rows and on those of the built guide.
import assert from "node:assert/strict";
import { test } from "node:test";
import { built, builtPages, page, search } from "./search.js";

const { answered, concepts, nearest, ranked, spellings, thesaurus, unpacked } = search;
/**
 * @param {Answer["kind"]} kind
 * @param {string[]} names
 * @returns {Answer}
 */
const answer = (kind, ...names) => ({ kind, names, title: names[0] ?? "", value: "", note: "", address: "/" });
const MASH = answer("phone", "mash", "multi agency safeguarding hub");
const MEANS = answer("term", "mash", "multi agency safeguarding hub");
const LIMIT = answer("limit", "initial child protection conference", "icpc");
const FEW = [MASH, LIMIT, MEANS];
/** @type {Words} */
const WORDS = JSON.parse(built("search/words.json"));
const GUIDE = WORDS.answers;

test("the name of a row alone is answered, number first, as is its full name", () => {
  assert.deepEqual(answered("MASH", FEW), [MASH, MEANS]);
  assert.deepEqual(answered("Multi-Agency Safeguarding Hub", FEW), [MASH, MEANS]);
});

test("words that ask say which kind is wanted", () => {
  for (const text of ["mash number", "phone the mash", "contact details for mash"]) {
    assert.deepEqual(answered(text, FEW), [MASH], text);
  }
  for (const text of ["what does MASH mean?", "define mash"]) assert.deepEqual(answered(text, FEW), [MEANS], text);
  for (const text of ["icpc time limit", "how long for an ICPC", "icpc deadline"]) {
    assert.deepEqual(answered(text, FEW), [LIMIT], text);
  }
});

test("another kind than is asked for is no answer", () => {
  assert.deepEqual(answered("icpc phone number", FEW), []);
  assert.deepEqual(answered("mash time limit", FEW), []);
});

test("half a name, a slip, or a name among other words is no answer", () => {
  for (const text of ["mahs number", "mas", "safeguarding hub", "mash police", "icpcs", "number", "when", ""]) {
    assert.deepEqual(answered(text, FEW), [], text);
  }
});

test("two answers are the most", () => {
  assert.equal(answered("mash", [MASH, MASH, MASH]).length, 2);
});

test("a question too long to be read whole has no answer", () => {
  assert.deepEqual(answered(`mash ${"phone ".repeat(60)}`, FEW), []);
});

test("every answer of the guide is given for each of its names", () => {
  assert.ok(GUIDE.length > 100);
  for (const one of GUIDE) {
    for (const name of one.names) {
      const given = answered(name, GUIDE);
      assert.ok(given.includes(one) || given.length === 2, `${one.title}: ${name}`);
    }
  }
});

test("in the guide a slip never leads to an answer", () => {
  for (const text of ["mahs number", "mash nubmer", "ladoo", "chidline", "naglect"]) {
    assert.deepEqual(answered(text, GUIDE), [], text);
  }
});

test("in the guide an everyday word leads to pages, never to an answer: it may mean something else", () => {
  const pages = builtPages();
  const indexes = ["small", "text"].map((name) => unpacked(JSON.parse(built(`search/${name}.json`))));
  const shelf = { pages, indexes, known: spellings(pages, WORDS), place: WORDS.place };
  for (const text of ["circumcision", "living with friend", "unexplained injury"]) {
    assert.ok(ranked(shelf, concepts(text, thesaurus(WORDS))).list.length, text);
    assert.deepEqual(answered(text, GUIDE), [], text);
  }
});

test("near words are those of headings that half of the letters lead to, nearest first, then by letter", () => {
  const pages = ["Select", "Neglected", "Neglect", "Knife crime"].map((title) => page(title));
  assert.deepEqual(nearest("zzeglectt", pages), ["neglect", "neglected"]);
  assert.deepEqual(nearest("neglec", pages), ["neglect", "neglected", "select"]);
});

test("near words are four at most, none of three letters, and none for nothing", () => {
  const pages = ["abuses", "abuser", "abused", "abuse", "about", "bus"].map((title) => page(title));
  assert.deepEqual(nearest("abus", pages), ["abuse", "about", "abused", "abuser"]);
  assert.deepEqual(nearest("", pages), []);
  assert.deepEqual(nearest("zzzzzz", pages), []);
});
