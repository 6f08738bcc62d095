// Counts the last day of a time limit, or says that it is to be counted by hand. It reads no clock and no page.
const DAY = 86400000; // ms
const LASTS = new Map([["hours", DAY / 24], ["days", DAY], ["weeks", 7 * DAY]]); // ms
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
 * The same day so many months later, or the last of that month where it has no such day.
 * @param {Date} day
 * @param {number} many
 */
const months = (day, many) => {
  const last = new Date(day);
  last.setUTCMonth(day.getUTCMonth() + many);
  if (last.getUTCDate() !== day.getUTCDate()) last.setUTCDate(0);
  return last;
};

/**
 * The last day of a limit. Day 1 is the day itself where the row says so, or else the day after it;
 * of working days only those are counted that are neither a weekend nor a bank holiday. A limit
 * before something is counted back from it.
 * @param {Date} day
 * @param {Limit} limit
 * @param {Set<string>} holidays
 * @returns {Date | null} null where it cannot be counted
 */
export const due = (day, { limit, unit, clock, rule }, holidays) => {
  const many = Number(limit);
  if (!(many > 0 && Math.abs(day.getTime()) <= END)) return null;
  const back = rule === "at least before";
  const start = clock === "same day" && !back ? moved(day, -DAY) : day;
  if (unit === "working days") {
    if (back) return null;
    let last = start;
    for (let left = many; left > 0; left -= works(last, holidays) ? 1 : 0) last = moved(last, DAY);
    return last;
  }
  const span = many * (LASTS.get(unit ?? "") ?? NaN) * (back ? -1 : 1);
  if (unit === "months" && (!Number.isInteger(many) || many > END / DAY)) return null;
  const last = unit === "months" ? months(start, back ? -many : many) : moved(unit === "hours" ? day : start, span);
  // A part of a day is counted by hand.
  return (last.getTime() - day.getTime()) % DAY === 0 && Math.abs(last.getTime()) <= END ? last : null;
};

/** @param {Date} day */
export const long = (day) =>
  day.toLocaleDateString("en-GB", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" });

/**
 * How a limit was counted, where a reader may count otherwise.
 * @param {Limit} limit
 */
const how = ({ unit, clock, rule }) => {
  if (rule === "at least before") return "Counted back from that day.";
  if (clock === "same day") return "The day itself is day 1.";
  if (clock) return "";
  if (unit === "hours") return "Counted from that moment.";
  if (unit === "months") return "Counted to the same day of the month.";
  const off = unit === "working days" ? "; weekends and bank holidays are left out" : "";
  return `No text that was read says which day is day 1: the day after is taken here${off}.`;
};

/**
 * What to say of a limit: by when, and what a reader has to know beside it.
 * @param {Date} day
 * @param {Limit} limit
 * @param {Holidays} known
 * @param {string} words the limit, as in "at least every 6 weeks"
 */
export const said = (day, limit, { days, from, until }, words) => {
  const { unit, rule } = limit;
  const last = due(day, limit, days);
  if (!last) return { by: `${words}: count this one by hand`, note: "No day can be given here." };
  const after = new Map([
    ["at least every", `, and then ${words}`],
    ["at least before", ", if it is to start on the day you chose"],
  ]).get(rule ?? "") ?? (unit === "hours" ? ", at the same time of day" : "");
  const sure = unit !== "working days" || (day.getUTCFullYear() >= from && last.getUTCFullYear() <= until);
  const doubt = ` Bank holidays are known here from ${from} to ${until} only: count this one by hand.`;
  return { by: `by ${long(last)}${after}`, note: how(limit) + (sure ? "" : doubt) };
};
