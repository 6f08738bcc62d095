// Counts the limits of the tables on this page from a day. Nothing is sent and nothing is kept.
import { said } from "./deadline.js";

const form = /** @type {HTMLFormElement} */ (document.querySelector(".deadlines"));
const found = /** @type {HTMLElement} */ (form.querySelector(".deadlines-found"));
const happened = /** @type {HTMLSelectElement} */ (form.querySelector("select"));
const day = /** @type {HTMLInputElement} */ (form.querySelector("input"));
const rows = [.../** @type {NodeListOf<HTMLTableRowElement>} */ (document.querySelectorAll("tr[id^='limit-']"))];
/** @param {Element | null | undefined} cell */
const words = (cell) => cell?.querySelector("div")?.firstChild?.textContent?.trim() ?? "";
const { holidays = "", until } = form.dataset;
const known = { days: new Set(holidays.split(" ")), from: Number(holidays.slice(0, 4)), until: Number(until) };

/**
 * @param {HTMLTableRowElement} row
 * @param {Date} start
 */
const line = (row, start) => {
  const counted = row.dataset.clock ? said(start, row.dataset, known) : byHand(row);
  const item = document.createElement("li");
  item.textContent = `${words(row.querySelector("th"))}: ${counted.by}.`;
  const sooner = row.querySelector(".sooner");
  if (sooner) item.append(" ", Object.assign(document.createElement("strong"), { textContent: `${sooner.textContent}.` }));
  const edition = row.querySelector(".edition")?.textContent ?? "";
  for (const told of [counted.note, edition]) if (told) item.append(` ${told}`);
  return item;
};
/** A limit whose own text was not read, or whose first day no source gives: said, and not counted. */
const byHand = (/** @type {HTMLTableRowElement} */ row) => {
  const limit = row.querySelector(".limit")?.textContent?.toLowerCase() ?? "";
  return { by: limit, note: "It is not counted here: its text was not read, or no source says which day is day 1. Count it with your procedures." };
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
