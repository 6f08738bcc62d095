// From which day a choice of time counts, in the reader's own calendar.
/**
 * A day as in 2024-09-01, wherever the reader is.
 * @param {Date} day
 */
export const written = (day) =>
  [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

/**
 * The first day of a choice: so many days back, or the last time that a day of the year was there.
 * @param {string} choice as in 30-days, or 09-01
 * @param {Date} today
 */
export const firstDay = (choice, today) => {
  if (choice.endsWith("-days")) {
    return written(new Date(today.getFullYear(), today.getMonth(), today.getDate() - parseInt(choice, 10)));
  }
  const year = today.getFullYear();
  return `${year}-${choice}` <= written(today) ? `${year}-${choice}` : `${year - 1}-${choice}`;
};
