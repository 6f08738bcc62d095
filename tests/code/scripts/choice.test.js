// What the address of a team pack says, and what is said of what it cannot mean.
import assert from "node:assert/strict";
import { test } from "node:test";
import { choiceIn, hashOf } from "../../../theme/assets/scripts/pack/choice.js";

const KNOWN = new Map([["g32", "g32"], ["g9", "g32"], ["r1", "r1"], ...Array.from({ length: 30 }, (_, at) => /** @type {const} */ ([`w${at}`, `w${at}`]))]);
/** @param {string} hash */
const read = (hash) => choiceIn(hash, KNOWN);
const NOTHING = { title: "", day: "", codes: [], choosing: false, faults: [] };

test("an address gives back the choice that it was made of", () => {
  const choice = { title: "Team & partners, 50% = half #1", day: "2026-12-03", codes: ["r1", "g32"], choosing: true };
  assert.deepEqual(read(hashOf(choice)), { ...choice, faults: [] });
  assert.equal(hashOf({ ...choice, title: "Team meeting", choosing: false }), "#t=Team%20meeting&d=2026-12-03&p=r1,g32");
});

test("an address that says nothing chooses nothing", () => {
  for (const hash of ["", "#", "#main", "#p=", "#p=,,", "#t=&d="]) assert.deepEqual(read(hash), NOTHING, hash);
});

test("a page that moved is found by the code of before, and stands there once", () => {
  assert.deepEqual(read("#p=g9,r1,g32,g9").codes, ["g32", "r1"]);
});

test("a code that leads nowhere is said, and the others stay", () => {
  const { codes, faults } = read("#p=g32,g999,__proto__,r1");
  assert.deepEqual(codes, ["g32", "r1"]);
  assert.deepEqual(faults, ["No page that can stand in a pack has the code g999.", "“__proto__” is not the code of a page."]);
});

test("a title keeps what joins letters and pictures, where it joins any", () => {
  const [family, rooms] = ["\u{1F469}\u200D\u{1F467} Team", "\u0627\u062A\u0627\u0642\u200C\u0647\u0627"];
  for (const title of [family, rooms]) assert.equal(read(hashOf({ ...NOTHING, title })).title, title);
  assert.equal(read(`#t=${encodeURIComponent(" \u200D\u202E\u200C ")}`).title, "");
  assert.equal(read(`#t=${encodeURIComponent("a\u202Eb\u0000c\u200D d")}`).title, "a b c d");
});

test("many faults are told in few words", () => {
  const { faults } = read(`#p=${Array.from({ length: 500 }, (_, at) => `x${"y".repeat(at)}`).join(",")}`);
  assert.equal(faults.length, 4);
  assert.ok(faults.every((one) => one.length < 60));
});

test("a pack has as many pages as people can read", () => {
  const { codes, faults } = read(`#p=${[...KNOWN.keys()].join(",")}`);
  assert.equal(codes.length, 24);
  assert.match(faults.join(), /24 pages at most: the last 8 are left out/);
});

test("a title is one line of text of a bounded length", () => {
  assert.equal(read("#t=%00a%0Ab%E2%80%AEc%09%20d").title, "a b c d");
  assert.equal([...read(`#t=${"🙂".repeat(200)}`).title].length, 81);
  assert.equal(read("#t=%E0%A4%A").title.includes("undefined"), false);
});

test("a day that no calendar has is said and not shown", () => {
  for (const day of ["2026-02-30", "2026-13-01", "3/12/2026", "tomorrow", "2026-1-1", "-1"]) {
    const { day: kept, faults } = read(`#d=${encodeURIComponent(day)}`);
    assert.deepEqual([kept, faults.length], ["", 1], day);
  }
  assert.equal(read("#d=2028-02-29").day, "2028-02-29");
});
