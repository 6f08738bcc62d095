import assert from "node:assert/strict";
import { test } from "node:test";
import { countable, due } from "../../../theme/assets/scripts/deadline.js";

const CHRISTMAS = new Set(["2026-12-25", "2026-12-28", "2027-01-01"]);
const EASTER = new Set(["2027-03-26", "2027-03-29"]);
const last = (from, limit, unit, clock = "next day", holidays = new Set()) =>
  due(new Date(`${from}T00:00:00Z`), { limit: String(limit), unit, clock }, holidays).toISOString().slice(0, 10);

test("working days leave out Saturdays and Sundays", () => {
  assert.equal(last("2026-11-26", 1, "working days"), "2026-11-27");
  assert.equal(last("2026-11-27", 1, "working days"), "2026-11-30");
  assert.equal(last("2026-11-28", 1, "working days"), "2026-11-30");
  assert.equal(last("2026-11-26", 15, "working days"), "2026-12-17");
});

test("working days leave out the bank holidays of Christmas and New Year", () => {
  assert.equal(last("2026-12-24", 1, "working days", "next day", CHRISTMAS), "2026-12-29");
  assert.equal(last("2026-12-23", 5, "working days", "next day", CHRISTMAS), "2027-01-04");
  assert.equal(last("2026-12-31", 1, "working days", "next day", CHRISTMAS), "2027-01-04");
});

test("working days leave out Good Friday and Easter Monday", () => {
  assert.equal(last("2027-03-25", 1, "working days", "next day", EASTER), "2027-03-30");
  assert.equal(last("2027-03-26", 2, "working days", "next day", EASTER), "2027-03-31");
});

test("where day 1 is the day itself, it counts if it is a working day", () => {
  assert.equal(last("2026-11-26", 1, "working days", "same day"), "2026-11-26");
  assert.equal(last("2026-11-28", 1, "working days", "same day"), "2026-11-30");
  assert.equal(last("2026-11-26", 7, "days", "same day"), "2026-12-02");
});

test("days and weeks run over weekends, the ends of months and a leap day", () => {
  assert.equal(last("2026-11-26", 28, "days"), "2026-12-24");
  assert.equal(last("2026-11-26", 6, "weeks"), "2027-01-07");
  assert.equal(last("2028-02-28", 1, "days"), "2028-02-29");
});

test("hours end at the same time some days later", () => {
  assert.equal(last("2026-11-26", 24, "hours"), "2026-11-27");
  assert.equal(last("2026-11-26", 72, "hours"), "2026-11-29");
});

test("a day that is not of our time is not counted from", () => {
  for (const day of ["1899-12-31", "2101-01-01"]) assert.equal(countable(new Date(day)), false, day);
  assert.equal(countable(new Date(Date.UTC(275760, 8, 12))), false);
  assert.equal(countable(new Date("no day")), false);
  for (const day of ["1900-01-01", "2026-11-26", "2100-12-31"]) assert.equal(countable(new Date(day)), true, day);
});
