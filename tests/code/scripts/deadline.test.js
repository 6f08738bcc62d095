// How a deadline is counted, and what is said where it cannot be.
import assert from "node:assert/strict";
import { test } from "node:test";
import { due, said } from "../../../theme/assets/scripts/deadline.js";

// Two years as England had them.
const DAYS = new Set([
  ...["2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26", "2024-12-25", "2024-12-26"],
  ...["2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26"],
]);
const KNOWN = { days: DAYS, from: 2024, until: 2025 };
/**
 * @param {number | string} limit
 * @param {string} unit
 */
const same = (limit, unit) => ({ limit: `${limit}`, unit, clock: "same day" });
/**
 * @param {number | string} limit
 * @param {string} unit
 */
const next = (limit, unit) => ({ limit: `${limit}`, unit, clock: "next working day" });
/**
 * The last day, as in 2024-12-25.
 * @param {string} day
 * @param {Limit} limit
 */
const last = (day, limit) => due(new Date(day), limit, DAYS)?.toISOString().slice(0, 10) ?? null;
/**
 * @param {Date | string | number} day
 * @param {Limit} limit
 */
const line = (day, limit) => Object.values(said(new Date(day), limit, KNOWN, "the limit")).join(" ");
const BY_HAND = /^the limit: count this one by hand/;

test("day 1 is the same day, or the next", () => {
  assert.equal(last("2024-09-02", same(5, "working days")), "2024-09-06"); // a Monday
  assert.equal(last("2024-09-02", next(5, "working days")), "2024-09-09");
  assert.equal(last("2024-09-02", same(1, "working days")), "2024-09-02");
  assert.equal(last("2024-09-02", next(1, "working days")), "2024-09-03");
});

test("what starts at a weekend has its first working day on Monday, either way", () => {
  for (const day of ["2024-09-07", "2024-09-08"]) {
    assert.equal(last(day, same(1, "working days")), "2024-09-09");
    assert.equal(last(day, next(1, "working days")), "2024-09-09");
  }
});

test("over Christmas no bank holiday and no weekend is counted", () => {
  assert.equal(last("2024-12-23", next(1, "working days")), "2024-12-24");
  assert.equal(last("2024-12-23", next(2, "working days")), "2024-12-27");
  assert.equal(last("2024-12-24", next(5, "working days")), "2025-01-03");
  assert.equal(last("2024-12-25", same(1, "working days")), "2024-12-27");
});

test("over Easter neither Good Friday nor Easter Monday is counted", () => {
  assert.equal(last("2025-04-17", same(2, "working days")), "2025-04-22");
  assert.equal(last("2025-04-17", next(1, "working days")), "2025-04-22");
  assert.equal(last("2025-04-16", next(10, "working days")), "2025-05-02");
});

test("45 working days are nine weeks and the bank holidays in them", () => {
  assert.equal(last("2024-09-02", next(45, "working days")), "2024-11-04");
  assert.equal(last("2025-03-31", next(45, "working days")), "2025-06-06");
});

test("days and weeks run over weekends and bank holidays", () => {
  assert.equal(last("2024-12-24", next(7, "days")), "2024-12-31");
  assert.equal(last("2024-12-24", same(7, "days")), "2024-12-30");
  assert.equal(last("2024-12-24", next(6, "weeks")), "2025-02-04");
  assert.equal(last("2024-12-24", same(6, "weeks")), "2025-02-03");
  assert.equal(last("2024-02-28", next(1, "days")), "2024-02-29");
});

test("hours run from the moment, so no day is taken off, and the time of day is said", () => {
  const day = { limit: "24", unit: "hours", clock: "same moment" };
  assert.equal(last("2025-04-17", day), "2025-04-18");
  assert.equal(last("2025-04-17", same(72, "hours")), "2025-04-20");
  assert.match(line("2025-04-17", day), /18 April 2025, at the same time of day $/);
  assert.doesNotMatch(line("2025-04-17", next(1, "days")), /time of day/);
});

test("the summer clock moves no day", () => {
  assert.equal(last("2025-03-29", next(1, "days")), "2025-03-30");
  assert.equal(last("2025-10-25", next(2, "days")), "2025-10-27");
});

test("months end on the same day of the month, or on its last day", () => {
  assert.equal(last("2024-11-30", next(3, "months")), "2025-02-28");
  assert.equal(last("2024-01-31", next(1, "months")), "2024-02-29");
  assert.equal(last("2024-12-31", next(6, "months")), "2025-06-30");
  assert.equal(last("2024-09-02", next(24, "months")), "2026-09-02");
});

test("a limit before something is counted back from it, in working days by hand", () => {
  const before = (/** @type {string} */ unit) => ({ limit: "6", unit, rule: "at least before" });
  assert.equal(last("2024-09-02", before("weeks")), "2024-07-22");
  assert.match(line("2024-09-02", before("weeks")), /if it is to start on the day you chose/);
  assert.equal(last("2024-08-31", before("months")), "2024-02-29");
  assert.equal(last("2024-09-02", before("working days")), null);
});

test("where no text gives day 1, the day after is taken, and that is said", () => {
  assert.equal(last("2024-09-02", { limit: "1", unit: "working days" }), "2024-09-03");
  assert.match(line("2024-09-02", { limit: "1", unit: "working days" }), /No text that was read says which day is day 1/);
  assert.doesNotMatch(line("2024-09-02", next(1, "working days")), /No text/);
});

test("parts of a day, parts of a month and what is no unit are counted by hand", () => {
  for (const limit of [next(1.5, "months"), next(36, "hours"), next(0.5, "days"), next(3, ""), { limit: "3" }, {}]) {
    assert.equal(last("2024-09-02", limit), null);
    assert.match(line("2024-09-02", limit), BY_HAND);
  }
});

test("a limit that is no number, or none at all, is counted by hand", () => {
  for (const many of ["", "0", "-5", "soon"]) {
    for (const unit of ["working days", "days", "hours"]) assert.match(line("2024-09-02", same(many, unit)), BY_HAND);
  }
});

test("a day that no calendar has is counted by hand, whatever the limit", () => {
  const days = [NaN, "no day", 8.64e15, -8.64e15, "+275760-09-13", "+010000-01-01", "-271821-04-20"];
  for (const day of days) {
    for (const unit of ["working days", "hours", "days", "weeks"]) {
      for (const limit of [same(48, unit), next(48, unit)]) assert.match(line(day, limit), BY_HAND, `${day}, ${unit}`);
    }
  }
});

test("a limit that ends beyond every calendar is counted by hand", () => {
  for (const unit of ["hours", "days", "weeks"]) {
    assert.match(line("2024-09-02", next(24e9, unit)), BY_HAND, unit);
  }
});

test("working days are doubted where bank holidays are not known for all of them", () => {
  const doubt = /Bank holidays are known here from 2024 to 2025 only: count this one by hand\./;
  assert.doesNotMatch(line("2024-01-02", next(5, "working days")), doubt);
  assert.doesNotMatch(line("2025-12-29", next(2, "working days")), doubt);
  assert.match(line("2025-12-29", next(3, "working days")), doubt);
  assert.match(line("2023-12-29", next(4, "working days")), doubt);
  assert.match(line("0001-01-01", next(4, "working days")), doubt);
  assert.doesNotMatch(line("2031-05-05", next(4, "days")), doubt);
});

test("the last day is said in full", () => {
  assert.match(line("2024-12-24", next(5, "working days")), /^by Friday,? 3 January 2025 $/);
});
