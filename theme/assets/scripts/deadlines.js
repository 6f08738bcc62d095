// Counts the limits of the tables on this page from a day. Nothing is sent and nothing is kept.
import { said } from "./deadline.js";

const form = /** @type {HTMLFormElement} */ (document.querySelector(".deadlines"));
const found = /** @type {HTMLElement} */ (form.querySelector(".deadlines-found"));
const happened = /** @type {HTMLSelectElement} */ (form.querySelector("select"));
const day = /** @type {HTMLInputElement} */ (form.querySelector("input"));
const rows = [.../** @type {NodeListOf<HTMLTableRowElement>} */ (document.querySelectorAll("tr[id^='limit-']"))];
/** @param {Element | null | undefined} place */
const words = (place) => place?.textContent?.trim() ?? "";
const { holidays = "", until } = form.dataset;
const known = { days: new Set(holidays.split(" ")), from: Number(holidays.slice(0, 4)), until: Number(until) };

/**
 * What to know of a limit, in full: what stands in its row, and what its flags lead to.
 * @param {HTMLTableRowElement} row
 */
const notes = (row) =>
  [.../** @type {NodeListOf<HTMLAnchorElement>} */ (row.querySelectorAll(".note, a.flag"))]
    .map((one) => ({ loud: one.matches(".sooner"), told: one.hash ? document.querySelector(`.limit-notes ${one.hash}`) : one }))
    .filter(({ told }) => told)
    .sort((one, other) => Number(other.loud) - Number(one.loud));

/**
 * @param {HTMLTableRowElement} row
 * @param {Date} start
 */
const line = (row, start) => {
  const limit = words(row.querySelector(".limit"));
  const { by, note } = said(start, row.dataset, known, limit.toLowerCase());
  const item = document.createElement("li");
  item.append(`${words(row.querySelector("th"))}: `, Object.assign(document.createElement("strong"), { textContent: `${by}.` }));
  for (const { loud, told } of notes(row)) {
    item.append(" ", Object.assign(document.createElement("span"), { className: loud ? "sooner" : "", textContent: words(told) }));
  }
  if (note) item.append(` ${note}`);
  return item;
};

const count = () => {
  const start = day.valueAsDate;
  found.replaceChildren();
  if (!happened.value || !start) return;
  const list = document.createElement("ul");
  for (const row of rows) {
    if (words(row.querySelector("[data-event]")) === happened.value) list.append(line(row, start));
  }
  const note = document.createElement("p");
  note.textContent = "These are the longest anyone may take. If a child is in danger, act at once: call 999.";
  found.append(list, note);
};

form.addEventListener("input", count);
count(); // for what was chosen before this script arrived
form.addEventListener("submit", (event) => event.preventDefault());
