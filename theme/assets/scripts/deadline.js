// Counts the last day of a time limit, or says that it is to be counted by hand. It reads no clock and no page.
const DAY = 86400000; // ms
const LASTS = new Map([["hours", DAY / 24], ["days", DAY], ["weeks", 7 * DAY]]); // ms; months are counted by hand
const END = Date.UTC(9999, 11, 31); // beyond it no calendar helps

/**
 * @param {Date} day
 * @param {number} ms
 */
const moved = (day, ms) => new Date(day.getTime() + ms);
/**
 * @param {Date} day
 * @param {Set<string>} holidays
 */
const works = (day, holidays) => day.getUTCDay() % 6 !== 0 && !holidays.has(day.toISOString().slice(0, 10));

/**
 * The last day of a limit. Day 1 is the day itself or the day after it, as the row says; of working
 * days only those are counted that are neither a weekend nor a bank holiday.
 * @param {Date} day
 * @param {Limit} limit
 * @param {Set<string>} holidays
 * @returns {Date | null} null where it cannot be counted
 */
export const due = (day, { limit, unit, clock }, holidays) => {
  const many = Number(limit);
  if (!(many > 0 && Math.abs(day.getTime()) <= END)) return null;
  const start = clock === "same day" ? moved(day, -DAY) : day;
  if (unit === "working days") {
    let last = start;
    for (let left = many; left > 0; left -= works(last, holidays) ? 1 : 0) last = moved(last, DAY);
    return last;
  }
  const span = many * (LASTS.get(unit ?? "") ?? NaN);
  const last = moved(unit === "hours" ? day : start, span);
  // A part of a day is counted by hand too.
  return span % DAY === 0 && last.getTime() <= END ? last : null;
};

/** @param {Date} day */
const long = (day) =>
  day.toLocaleDateString("en-GB", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" });

/**
 * What to say of a limit: by when, and what a reader has to know beside it.
 * @param {Date} day
 * @param {Limit} limit
 * @param {Holidays} known
 */
export const said = (day, limit, { days, from, until }) => {
  const last = due(day, limit, days);
  if (!last) return { by: "count this one by hand, it cannot be counted here", note: "" };
  const hours = limit.unit === "hours" ? ", at the same time of day" : "";
  const known = limit.unit !== "working days" || (day.getUTCFullYear() >= from && last.getUTCFullYear() <= until);
  return {
    by: `by ${long(last)}${hours}`,
    note: known ? "" : `Bank holidays are known here from ${from} to ${until} only: count this one by hand.`,
  };
};
