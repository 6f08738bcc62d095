// Counts the limits of the tables on this page from a day. Nothing is sent and nothing is kept.
import { countable, due } from "./deadline.js";

const form = /** @type {HTMLFormElement} */ (document.querySelector(".deadlines"));
const found = /** @type {HTMLElement} */ (form.querySelector(".deadlines-found"));
const event = /** @type {HTMLSelectElement} */ (form.elements.namedItem("event"));
const day = /** @type {HTMLInputElement} */ (form.elements.namedItem("day"));
const rows = /** @type {HTMLTableRowElement[]} */ ([...document.querySelectorAll("tr[data-clock]")]);
const holidays = new Set((form.dataset.holidays ?? "").split(" "));
const until = Number(form.dataset.until);

/** The words of a cell, without what stands below them. @param {Element | null | undefined} cell */
const words = (cell) => cell?.querySelector("div")?.firstChild?.textContent?.trim() ?? "";

/** @param {Date} last */
const long = (last) =>
  last.toLocaleDateString("en-GB", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** @param {string} text */
const said = (text) => Object.assign(document.createElement("p"), { textContent: text });

/** @param {HTMLTableRowElement} row @param {Date} from */
const line = (row, from) => {
  const limit = /** @type {Limit & DOMStringMap} */ (row.dataset);
  const last = due(from, limit, holidays);
  const item = document.createElement("li");
  const hours = limit.unit === "hours" ? ", at the same time of day" : "";
  item.textContent = `${words(row.querySelector("th"))}: by ${long(last)}${hours}.`;
  const sooner = row.querySelector(".sooner");
  if (sooner) item.append(" ", Object.assign(document.createElement("strong"), { textContent: `${sooner.textContent}.` }));
  const unknown = limit.unit === "working days" && last.getUTCFullYear() > until;
  if (unknown) item.append(` Bank holidays are known here to the end of ${until} only: count this one by hand.`);
  return item;
};

const count = () => {
  found.replaceChildren();
  const from = day.valueAsDate;
  if (!event.value || !from) return;
  const note = said("These are the longest anyone may take. If a child is in danger, act at once: call 999.");
  if (!countable(from)) return found.append(said("That day is too far away to count from. Check the year."), note);
  const list = document.createElement("ul");
  for (const row of rows) {
    if (words(row.cells[2]) === event.value) list.append(line(row, from));
  }
  found.append(list, note);
};

form.addEventListener("input", count);
count(); // for what was chosen before this script arrived
form.addEventListener("submit", (submitted) => submitted.preventDefault());
