// What is understood of a code that somebody typed off paper.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readings } from "../../../theme/assets/scripts/code.js";

const CODES = { g3: 2, g32: 4, g10: 12, w1: 3, rd7: 1, r28: 0 };

for (const typed of ["g32-2", "G32-2", " g32 - 2 ", "g32–2", "G 32 2", "code g32-2", "https://example.org/guide/go/g32-2/", "Code g32-2, reviewed 22 November 2026, changed 27 November 2026"]) {
  test(`"${typed}" is the second version of g32`, () => assert.deepEqual(readings(typed, CODES), [["g32", 2]]));
}
test("letters that look like digits are read as digits", () => {
  assert.deepEqual(readings("glo-l", CODES), [["g10", 1]]);
  assert.deepEqual(readings("wl-I", CODES), [["w1", 1]]);
});
test("a code of two letters is read too", () => assert.deepEqual(readings("RD7-1", CODES), [["rd7", 1]]));
test("without its hyphen a code is the one that can be", () => assert.deepEqual(readings("g324", CODES), [["g32", 4]]));
test("without its hyphen a code may be two, and neither is guessed", () => {
  assert.deepEqual(readings("g322", { g3: 30, g32: 4 }), [["g3", 22], ["g32", 2]]);
  assert.deepEqual(readings("g32", CODES), [["g3", 2], ["g32", 0]]);
});
test("a code alone has no number, also of a page of which none was noted", () => {
  assert.deepEqual(readings("w1", CODES), [["w1", 0]]);
  assert.deepEqual(readings("r28", CODES), [["r28", 0]]);
});
test("a page whose code ends in 0 is no copy 0 of another", () => assert.deepEqual(readings("a10", { a1: 3, a10: 2 }), [["a10", 0]]));
test("a number that is not there yet is told as it was typed", () => assert.deepEqual(readings("g32-9", CODES), [["g32", 9]]));
for (const typed of ["", "-", "32-2", "x32-2", "g99-1", "g32-2-7a", "g32-0", "gЗ3-2", "g32-2 or g3-2", "constructor-1", "neglect", "1".repeat(9999)]) {
  test(`"${typed.slice(0, 20)}" is no code`, () => assert.deepEqual(readings(typed, CODES), []));
}
