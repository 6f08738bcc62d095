// Counts the limits of the tables on this page from a day. Nothing is sent and nothing is kept.
const form = document.querySelector(".deadlines");
const found = form.querySelector(".deadlines-found");
const rows = [...document.querySelectorAll("tr[data-clock]")];
const words = (cell) => cell.querySelector("div").firstChild.textContent.trim();
const holidays = new Set(form.dataset.holidays.split(" "));
const until = Number(form.dataset.until);

const iso = (day) => day.toISOString().slice(0, 10);
const works = (day) => day.getUTCDay() % 6 !== 0 && !holidays.has(iso(day));
const moved = (day, days) => new Date(day.getTime() + days * 86400000);
const long = (day) =>
  day.toLocaleDateString("en-GB", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" });

// Day 1 is the day itself or the day after it, as the row says; only working days are counted.
const workingDays = (day, many, today) => {
  let last = today ? moved(day, -1) : day;
  for (let left = many; left; left -= works(last) ? 1 : 0) last = moved(last, 1);
  return last;
};

const due = (day, { limit, unit, clock }) => {
  const many = Number(limit);
  const less = clock === "same day" ? 1 : 0;
  if (unit === "working days") return workingDays(day, many, less);
  if (unit === "hours") return moved(day, many / 24);
  return moved(day, many * (unit === "weeks" ? 7 : 1) - less);
};

const line = (row, day) => {
  const last = due(day, row.dataset);
  const item = document.createElement("li");
  const hours = row.dataset.unit === "hours" ? ", at the same time of day" : "";
  item.textContent = `${words(row.querySelector("th"))}: by ${long(last)}${hours}.`;
  const sooner = row.querySelector(".sooner");
  if (sooner) item.append(" ", Object.assign(document.createElement("strong"), { textContent: `${sooner.textContent}.` }));
  const unknown = row.dataset.unit === "working days" && last.getUTCFullYear() > until;
  if (unknown) item.append(` Bank holidays are known here to the end of ${until} only: count this one by hand.`);
  return item;
};

const count = () => {
  const { event, day } = form.elements;
  found.replaceChildren();
  if (!event.value || !day.valueAsDate) return;
  const list = document.createElement("ul");
  for (const row of rows) {
    if (words(row.cells[2]) === event.value) list.append(line(row, day.valueAsDate));
  }
  const note = document.createElement("p");
  note.textContent = "These are the longest anyone may take. If a child is in danger, act at once: call 999.";
  found.append(list, note);
};

form.addEventListener("input", count);
count(); // for what was chosen before this script arrived
form.addEventListener("submit", (event) => event.preventDefault());
