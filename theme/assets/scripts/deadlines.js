// Counts the limits of the tables on this page from a day. Nothing is sent and nothing is kept.
import { long, said } from "./deadline.js";
import { element } from "./element.js";

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
 * What to know of a limit, in full: what stands above its table, and what stands in its row.
 * @param {HTMLTableRowElement} row
 */
const notes = (row) => {
  const above = row.closest("table")?.previousElementSibling?.querySelectorAll(":scope > li") ?? [];
  return [...above, ...row.querySelectorAll(".note")].map((told) => ({ loud: told.matches(".sooner"), told }));
};

/**
 * @param {HTMLTableRowElement} row
 * @param {Date} start
 */
const line = (row, start) => {
  const limit = words(row.querySelector(".limit"));
  const { by, note } = said(start, row.dataset, known, limit.toLowerCase());
  const all = notes(row);
  const loud = all.filter((one) => one.loud).map(({ told }) => element("p", { className: "sooner" }, words(told)));
  const rest = [...all.filter((one) => !one.loud).map(({ told }) => words(told)), note].filter(Boolean);
  const item = element("li", {}, element("p", {}, `${words(row.querySelector("th"))}:`, element("strong", { className: "limit-day" }, `${by}.`)), ...loud);
  if (rest.length) item.append(element("details", { className: "more" }, element("summary", {}, "How sure is this day?"), element("p", {}, rest.join(" "))));
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
  // Read back, so that a day and a month that changed places are seen.
  const from = element("p", {}, "From ", element("strong", {}, long(start)), `: ${happened.value}.`);
  const note = document.createElement("p");
  note.textContent = "These are the longest anyone may take. If a child is in danger, act at once: call 999.";
  found.append(from, list, note);
};

form.addEventListener("input", count);
count(); // for what was chosen before this script arrived
form.addEventListener("submit", (event) => event.preventDefault());
