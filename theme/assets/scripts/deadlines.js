// Counts the limits of the tables on this page from a day. Nothing is sent and nothing is kept.
import { said } from "./deadline.js";

const form = /** @type {HTMLFormElement} */ (document.querySelector(".deadlines"));
const found = /** @type {HTMLElement} */ (form.querySelector(".deadlines-found"));
const happened = /** @type {HTMLSelectElement} */ (form.querySelector("select"));
const day = /** @type {HTMLInputElement} */ (form.querySelector("input"));
const rows = [.../** @type {NodeListOf<HTMLTableRowElement>} */ (document.querySelectorAll("tr[data-clock]"))];
/** @param {Element | null | undefined} cell */
const words = (cell) => cell?.querySelector("div")?.firstChild?.textContent?.trim() ?? "";
const { holidays = "", until } = form.dataset;
const known = { days: new Set(holidays.split(" ")), from: Number(holidays.slice(0, 4)), until: Number(until) };

/**
 * @param {HTMLTableRowElement} row
 * @param {Date} start
 */
const line = (row, start) => {
  const { by, note } = said(start, row.dataset, known);
  const item = document.createElement("li");
  item.textContent = `${words(row.querySelector("th"))}: ${by}.`;
  const sooner = row.querySelector(".sooner");
  if (sooner) item.append(" ", Object.assign(document.createElement("strong"), { textContent: `${sooner.textContent}.` }));
  if (note) item.append(` ${note}`);
  return item;
};

const count = () => {
  const start = day.valueAsDate;
  found.replaceChildren();
  if (!happened.value || !start) return;
  const list = document.createElement("ul");
  for (const row of rows) {
    if (words(row.cells[2]) === happened.value) list.append(line(row, start));
  }
  const note = document.createElement("p");
  note.textContent = "These are the longest anyone may take. If a child is in danger, act at once: call 999.";
  found.append(list, note);
};

form.addEventListener("input", count);
count(); // for what was chosen before this script arrived
form.addEventListener("submit", (event) => event.preventDefault());
