// What the address of a pack says after its #, which no browser sends to a server: title, day, codes of pages.
// It reads no page, and whatever somebody typed there comes out as text of a bounded length.
const LONGEST_TITLE = 80; // letters
const MOST = 24; // pages
const CODE = /^[a-z]{1,2}[0-9]{1,3}$/;
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

// Two signs that nobody sees join letters of Persian or Urdu, and the parts of a picture. Others may turn
// a text round or hide some of it.
const UNSEEN = /(?:[^\P{C}\u200C\u200D]|\s)+/gu;
const JOINS_NOTHING = /(?<!\S)[\u200C\u200D]+|[\u200C\u200D]+(?!\S)/g;

/** @param {string} text */
const plain = (text) => text.replace(UNSEEN, " ").replace(JOINS_NOTHING, "").replace(/ +/g, " ").trim();
/**
 * @param {string} text
 * @param {number} most
 */
const cut = (text, most) => ([...text].length > most ? `${[...text].slice(0, most).join("")}…` : text);

/** @param {string} day */
export const isDay = (day) => DAY.test(day) && new Date(`${day}T00:00Z`).toJSON()?.slice(0, 10) === day;

/** @param {string} day */
export const dayWords = (day) =>
  new Date(`${day}T00:00Z`).toLocaleDateString("en-GB", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });

/**
 * The choice in an address, and in words what of it cannot be followed.
 * @param {string} hash
 * @param {Map<string, string>} known each code that leads to a page of today, and that page's own
 * @returns {Choice}
 */
export const choiceIn = (hash, known) => {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const title = plain(given.get("t") ?? "");
  const day = plain(given.get("d") ?? "");
  const asked = [...new Set((given.get("p") ?? "").split(",").map(plain).filter(Boolean))];
  const found = [...new Set(asked.flatMap((code) => known.get(code) ?? []))];
  const unknown = asked.filter((code) => !known.has(code));
  const faults = unknown.slice(0, 3).map((code) =>
    CODE.test(code) ? `No page that can stand in a pack has the code ${code}.` : `“${cut(code, 12)}” is not the code of a page.`,
  );
  if (unknown.length > 3) faults.push(`So it is with ${unknown.length - 3} more.`);
  if (found.length > MOST) faults.push(`A pack has ${MOST} pages at most: the last ${found.length - MOST} are left out.`);
  if (day && !isDay(day)) faults.push("The day in the address is not a day of the calendar, so none is shown.");
  return { title: cut(title, LONGEST_TITLE), day: isDay(day) ? day : "", codes: found.slice(0, MOST), choosing: given.has("choose"), faults };
};

/**
 * The same choice as an address has it, short enough for a chat.
 * @param {{ title: string, day: string, codes: string[], choosing: boolean }} choice
 */
export const hashOf = ({ title, day, codes, choosing }) => {
  const parts = [choosing && "choose", title && `t=${encodeURIComponent(title)}`, day && `d=${day}`, codes.length && `p=${codes}`];
  return `#${parts.filter(Boolean).join("&")}`;
};
