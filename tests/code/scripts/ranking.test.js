// Which page comes first, and when the first one is sure.
import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_WORDS, found, indexOf, page, search } from "./search.js";

const NEGLECT = page("Neglect");
const BRUISES = page("Bruises on a baby", { summary: "A baby who cannot move yet" });
const ALL = [
  ...[NEGLECT, BRUISES, page("Private fostering", { summary: "Living with somebody who is no relative" })],
  ...[page("Domestic abuse"), page("Forced marriage"), page("Online grooming"), page("Sleep and sheets")],
];

test("a page whose heading says it comes before one that only mentions it", () => {
  const review = page("A review", { summary: "A case of neglect" });
  assert.deepEqual(found("neglect", [review, NEGLECT]).titles, ["Neglect", "A review"]);
  const teeth = page("Neglect of teeth", { summary: "Neglect, and what neglect does" });
  assert.deepEqual(found("neglect", [teeth, NEGLECT]).titles, ["Neglect", "Neglect of teeth"], "about just that");
});

test("the more of a question a page has, the higher it stands", () => {
  const pages = [page("Bruises"), page("Baby"), BRUISES];
  assert.equal(found("bruises on baby", pages).titles[0], "Bruises on a baby");
  const injuries = page("Injuries", { summary: "Arm, leg and face" });
  assert.deepEqual(found("bruises arm leg face", [page("Bruises"), injuries]).titles, ["Injuries", "Bruises"]);
});

test("no page stands below one that fits less", () => {
  const { scores } = found("baby abuse neglect sleep", ALL);
  assert.equal(scores.length, 4);
  assert.deepEqual(scores, [...scores].sort((a, b) => b - a));
});

test("pages that fit alike stand by their addresses, whatever order they came in", () => {
  const alike = ["c/", "a/", "b/"].map((address) => page("Neglect", { address }));
  for (const pages of [alike, [...alike].reverse()]) {
    assert.deepEqual(found("neglect", pages).addresses, ["a/", "b/", "c/"]);
  }
});

test("help with a child comes before pages about the guide, and today before the past", () => {
  const [guide, about] = [page("Neglect"), page("Neglect", { address: "about/neglect/", type: "about" })];
  assert.deepEqual(found("neglect", [about, guide]).addresses, [guide.address, about.address]);
  const [now, past] = ["figures/neglect/", "figures/history/neglect/"].map((address) => page("Neglect", { address, type: "data" }));
  assert.ok(now && past);
  assert.deepEqual(found("neglect", [past, now]).addresses, [now.address, past.address]);
});

test("another name finds the thing, and what people say finds what they mean", () => {
  const words = { ...NO_WORDS, same: [["fgm", "cutting"]], said: { "dirty house": ["neglect"] } };
  assert.equal(found("fgm", [...ALL, page("Cutting")], words).titles[0], "Cutting");
  assert.equal(found("a dirty house", ALL, words).titles[0], "Neglect");
  assert.deepEqual(found("a dirty house", ALL).titles, []);
});

test("the beginning of a word finds it while it is being typed", () => {
  assert.deepEqual(found("negl", ALL).titles, ["Neglect"]);
  assert.deepEqual(found("ne", ALL).titles, []);
});

test("a slip finds the word, but not where the word typed stands somewhere", () => {
  assert.deepEqual(found("naglect", ALL).titles, ["Neglect"]);
  assert.deepEqual(found("slepe", ALL).titles, ["Sleep and sheets"]);
  assert.deepEqual(found("walking", [page("Walk to school"), page("Walling off")]).titles, ["Walk to school"]);
});

test("the first page is sure with all of the question and a clear lead", () => {
  assert.ok(found("domestic abuse", ALL).sure);
  assert.ok(!found("domestic abuse zebra", ALL).sure, "a word is nowhere");
  assert.ok(!found("neglect", [NEGLECT, page("Neglect", { address: "other/" })]).sure, "another fits as well");
});

test("where nothing fits, nothing is found and nothing is sure", () => {
  for (const text of ["", "zebra", "the of and"]) {
    assert.deepEqual(found(text, ALL), { titles: [], addresses: [], scores: [], sure: false }, text);
  }
});

test("of the parts of a page two at most are named: those the question says and the heading does not", () => {
  const parts = { a: "Neglect", b: "Signs", c: "Signs of hunger", d: "Hunger", e: "What to say" };
  const named = search.partsOf({ ...NEGLECT, parts }, new Set(search.stems("neglect signs hunger")));
  assert.deepEqual(named.map(({ heading }) => heading), ["Signs of hunger", "Signs"]);
});

test("a word that weighs nothing spoils no other word of the question", () => {
  const pages = [page("Child and dog"), page("Child and bruises"), page("A child")];
  const index = indexOf(pages);
  const kept = index.query.bind(index);
  // As in an index of whole numbers, in which a word of every page is rounded to nothing
  index.query = (asks) => kept(asks).map((hit) => ({ ...hit, score: "child" in hit.matchData.metadata && Object.keys(hit.matchData.metadata).length === 1 ? 0 : hit.score }));
  const shelf = { pages, indexes: [index], known: search.spellings(pages, NO_WORDS), place: [] };
  const { list } = search.ranked(shelf, search.concepts("child bruises", search.thesaurus(NO_WORDS)));
  assert.equal(list[0]?.page.title, "Child and bruises");
  assert.ok(list.every(({ score }) => Number.isFinite(score)));
});
