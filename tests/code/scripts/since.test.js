// From which day "Since" counts, on the reader's own day.
import assert from "node:assert/strict";
import { test } from "node:test";
import { firstDay, written } from "../../../theme/assets/scripts/since.js";

/**
 * @param {string} choice
 * @param {[year: number, month: number, day: number]} today
 */
const first = (choice, [year, month, day]) => firstDay(choice, new Date(year, month - 1, day, 23, 59));

test("so many days are counted back over months and years", () => {
  assert.equal(first("7-days", [2024, 3, 4]), "2024-02-26");
  assert.equal(first("30-days", [2024, 1, 9]), "2023-12-10");
});

test("a day of the year is the last one that came, today's too", () => {
  assert.equal(first("09-01", [2024, 11, 27]), "2024-09-01");
  assert.equal(first("09-01", [2024, 9, 1]), "2024-09-01");
  assert.equal(first("09-01", [2024, 8, 31]), "2023-09-01");
  assert.equal(first("01-01", [2024, 1, 1]), "2024-01-01");
});

test("a day is written in the reader's own calendar, not in that of Greenwich", () => {
  assert.equal(written(new Date(2024, 0, 2, 0, 1)), "2024-01-02");
  assert.equal(written(new Date(2024, 0, 2, 23, 59)), "2024-01-02");
});
