// The search dialog, and the same search in the search page itself. Loaded when someone opens it.
const site = new URL("../../", import.meta.url);
let worker = null;
const heard = [];
const MOST = 10;
const FAILED = "Search could not be loaded. Every page is listed on the search page.";
let dialog = null;
let last = 0;

// The index is fetched when someone is about to type, and not before.
const engine = () => {
  if (worker) return worker;
  worker = new Worker(new URL("search-worker.js", import.meta.url));
  for (const [type, answer] of heard) worker.addEventListener(type, answer);
  return worker;
};
const hear = (type, answer) => {
  heard.push([type, answer]);
  worker?.addEventListener(type, answer);
};

const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

// The form, the count that a screen reader hears, and the results.
const view = (name) => {
  const input = element("input", { type: "search", id: `${name}-input`, name: "q", autocomplete: "off", spellcheck: false, enterKeyHint: "search" });
  const count = element("p", { className: "search-count" });
  count.setAttribute("role", "status");
  const results = element("ol", { className: "search-results" });
  results.dataset.searchResults = "";
  const form = element("form", { role: "search", className: "search-form" },
    element("label", { htmlFor: input.id, textContent: "Search the guide" }), input);
  const ask = () => {
    const text = input.value.trim();
    last += 1;
    if (text) engine().postMessage({ id: last, text });
    else draw(results, count, text, []);
  };
  hear("message", ({ data }) => {
    if (data.failed) return fail(count);
    // Fuller results wait while someone is choosing: a list that is redrawn loses its focus.
    if (data.widened) return results.contains(document.activeElement) || ask();
    if (data.id !== last) return;
    if (!data.results.length && !data.whole) return (count.textContent = "Looking through the whole text");
    draw(results, count, input.value.trim(), data.results);
  });
  hear("error", () => fail(count));
  input.addEventListener("focus", engine);
  input.addEventListener("input", ask);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    results.querySelector("a")?.focus();
  });
  return { input, ask, parts: [form, count, results] };
};

const fail = (count) => {
  const list = element("a", { href: new URL("search/", site), textContent: FAILED });
  count.replaceChildren(list);
};

const draw = (list, count, text, results) => {
  const shown = results.slice(0, MOST);
  list.replaceChildren(...shown.map(result));
  list.parentElement.querySelector(".search-none")?.remove();
  count.textContent = text && (shown.length ? `${results.length} ${results.length === 1 ? "page" : "pages"} for “${text}”` : `Nothing found for “${text}”`);
  if (text && !shown.length) list.after(nothing());
};

const result = (page) => {
  const address = new URL(page.address, site);
  const parts = page.found.filter((anchor) => page.parts[anchor]).map((anchor) =>
    element("li", {}, element("a", { href: `${address}#${anchor}`, textContent: page.parts[anchor] })));
  const item = element("li", {},
    element("a", { className: "search-title", href: address, textContent: page.title }),
    element("p", { textContent: page.summary }));
  if (parts.length) item.append(element("ul", {}, ...parts));
  const day = new Date(page.reviewed).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
  const type = page.type[0].toUpperCase() + page.type.slice(1);
  item.append(element("p", { className: "small", textContent: `${type}, reviewed ${day}` }));
  return item;
};

// Nothing found: what to try, and who to ask, from the line that stands on every page.
const nothing = () => {
  const line = document.querySelector(".act-line p").cloneNode(true);
  const every = element("a", { href: new URL("search/", site), textContent: "See every page" });
  return element("div", { className: "search-none" },
    element("p", {}, "Try fewer or other words. ", every, "."),
    element("p", { textContent: "Worried about a child? Do not search on. Call:" }), line);
};

export const open = (text = "") => {
  dialog ??= made();
  if (!dialog.box.open) dialog.box.showModal();
  if (text) dialog.input.value = text;
  dialog.input.select();
  dialog.ask();
};

const made = () => {
  const { input, ask, parts } = view("dialog");
  const close = element("button", { type: "button", className: "search-close", textContent: "Close" });
  const box = element("dialog", { className: "search" }, element("div", { className: "search-inner" }, close, ...parts));
  box.setAttribute("aria-label", "Search the guide");
  close.addEventListener("click", () => box.close());
  // A search box would spend the first Escape on emptying itself.
  input.addEventListener("keydown", (event) => event.key === "Escape" && (event.preventDefault(), box.close()));
  box.addEventListener("click", (event) => (event.target === box || event.target.closest("a[href]")) && box.close());
  document.body.append(box);
  return { box, input, ask };
};

export const mount = (place, text) => {
  const { input, ask, parts } = view("page");
  place.append(...parts);
  input.value = text;
  ask();
};
