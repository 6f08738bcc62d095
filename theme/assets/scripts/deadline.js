// How a time limit is counted from a day. No page and no clock: days are those of the calendar, in UTC.
const DAY = 86400000; // ms
const FIRST = 1900;
const LAST = 2100; // years between which days are counted

/** @param {Date} day */
const iso = (day) => day.toISOString().slice(0, 10);

/** Whether one can count from it: a day that exists and is of our time. @param {Date} day */
export const countable = (day) => day.getUTCFullYear() >= FIRST && day.getUTCFullYear() <= LAST;

/** @param {Date} day @param {number} days */
const moved = (day, days) => new Date(day.getTime() + days * DAY);

/**
 * Day 1 is the day itself or the day after it, as the row says; only working days are counted.
 * @param {Date} day @param {number} many @param {boolean} today @param {Set<string>} holidays
 */
const workingDays = (day, many, today, holidays) => {
  let last = today ? moved(day, -1) : day;
  for (let left = many; left; ) {
    last = moved(last, 1);
    if (last.getUTCDay() % 6 !== 0 && !holidays.has(iso(last))) left -= 1;
  }
  return last;
};

/**
 * The last day of a limit that begins with a day. `holidays` are days such as 2026-12-25.
 * @param {Date} day @param {Limit} limit @param {Set<string>} holidays
 */
export const due = (day, { limit, unit, clock }, holidays) => {
  const many = Number(limit);
  const today = clock === "same day";
  if (unit === "working days") return workingDays(day, many, today, holidays);
  if (unit === "hours") return moved(day, many / 24);
  return moved(day, many * (unit === "weeks" ? 7 : 1) - (today ? 1 : 0));
};
