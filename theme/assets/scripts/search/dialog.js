// The search dialog, and the same search in the search page itself. Loaded when someone opens it.
import { element, styled } from "../element.js";
import { runnable } from "../trusted.js";
import { drawAnswers, drawFirst, drawNothing, resultsIn } from "./results.js";

const site = new URL("../../../", import.meta.url);
const sheet = styled("search.css");
const FAILED = "Search could not be loaded. Every page is listed on the search page.";
const MORE = 10; // results at a time
const REPEATED = 100; // letters of a question
/** @type {Worker | null} */
let worker = null;
/** @type {[type: string, answer: EventListener][]} */
const heard = [];
/** @type {ReturnType<typeof made> | null} */
let dialog = null;
let last = 0;

// What failed may work later, so the next question builds a new worker.
const drop = () => {
  worker?.terminate();
  worker = null;
};
// The index is fetched when someone is about to type, and not before.
const engine = () => {
  if (worker) return worker;
  worker = new Worker(runnable(new URL("worker.js", import.meta.url)));
  worker.addEventListener("message", (/** @type {MessageEvent<FromSearch>} */ { data }) => "failed" in data && drop());
  worker.addEventListener("error", drop);
  for (const [type, answer] of heard) worker.addEventListener(type, answer);
  return worker;
};
/**
 * @template {"message" | "error"} T
 * @param {T} type
 * @param {(event: T extends "message" ? MessageEvent<FromSearch> : Event) => void} answer
 */
const hear = (type, answer) => {
  const listener = /** @type {EventListener} */ (answer);
  heard.push([type, listener]);
  worker?.addEventListener(type, listener);
};

/**
 * @param {string} label
 * @param {string} name
 */
const select = (label, name) => {
  const choice = element("select", { name }, new Option("All", ""));
  return element("label", {}, `${label} `, choice);
};

// What narrows the results; its choices come with the index.
const narrowing = () => {
  const fields = [select("Kind of page", "type"), select("Topic", "topic"), select("Your role", "role")];
  const box = element("details", { className: "search-narrow" }, element("summary", { textContent: "Narrow the results" }), ...fields);
  const choices = [...box.querySelectorAll("select")];
  hear("message", ({ data }) => {
    if (!("offered" in data)) return;
    for (const choice of choices) {
      if (choice.length > 1) continue; // a worker built anew offers them again
      choice.append(...(data.offered[choice.name] ?? []).map(([value, text]) => new Option(text, value)));
    }
  });
  const chosen = () => /** @type {Chosen} */ (Object.fromEntries(choices.map(({ name, value }) => [name, value])));
  return { box, chosen };
};

/**
 * The form, the count that a screen reader hears, the answers, the results.
 * @param {string} name
 * @param {(question: string) => void} [keep] is told each question
 */
const view = (name, keep) => {
  const input = element("input", { type: "search", id: `${name}-input`, name: "q", autocomplete: "off", spellcheck: false, enterKeyHint: "search" });
  const count = element("p", { className: "search-count" });
  count.setAttribute("role", "status");
  const answers = element("div", { className: "search-answers" });
  const first = element("div", { className: "search-first", hidden: true });
  const results = element("ol", { className: "search-results" });
  results.dataset.searchResults = "";
  const more = element("button", { type: "button", className: "search-more", hidden: true });
  const none = element("div", { className: "search-none" });
  const { box: narrow, chosen } = narrowing();
  const form = element("form", { role: "search", className: "search-form" },
    element("label", { htmlFor: input.id, textContent: "Search the guide" }), input, narrow);
  const listInUse = () => [answers, first, results, none].find((list) => list.contains(document.activeElement));
  const drawResults = resultsIn(results, site);
  let mine = 0; // the last question of this view
  let unasked = 0; // the last one that was asked anew without the reader
  let asked = 0; // as many as the reader asked to see; before, as many as are near
  /** @type {Found | null} */
  let found = null;
  // Before there is an answer, only whom to call stands there, and it stays.
  const choosing = () => found && (document.activeElement === more || listInUse());

  const draw = () => {
    const query = input.value.trim();
    const now = query ? found : null;
    const pages = now?.results ?? [];
    const shown = asked || (now?.atFirst ?? 0);
    const inUse = listInUse();
    const href = /** @type {Partial<HTMLAnchorElement> | null} */ (document.activeElement)?.href;
    drawResults(pages.slice(0, shown), now?.said ?? []);
    results.ariaBusy = String(Boolean(now && !now.whole));
    drawAnswers(answers, now?.answers ?? [], site);
    drawFirst(first, now, Boolean(query));
    drawNothing(none, pages.length ? null : now, site, (word) => ((input.value = word), ask()));
    more.hidden = pages.length <= shown;
    more.textContent = shown ? "Show more results" : "Show the nearest pages";
    // Whoever had chosen a link keeps it; if it is gone, they stand at the best one.
    const same = [...((inUse?.hidden ? none : inUse)?.querySelectorAll("a") ?? [])].find((link) => link.href === href);
    if (inUse) (same ?? results.querySelector("a") ?? input).focus();
    const words = `“${query.length > REPEATED ? `${query.slice(0, REPEATED)}…` : query}”`;
    const nearest = pages.length > shown ? (shown > 1 ? `The ${shown} nearest of ` : "The nearest of ") : "";
    const many = `${nearest}${pages.length} ${pages.length === 1 ? "page" : "pages"} for ${words}`;
    const few = pages.length ? `This guide may not cover ${words}` : `Nothing found for ${words}`;
    count.textContent = now ? (Math.min(shown, pages.length) ? many : few) : "";
    if (now?.meant.length && pages.length && shown) count.textContent += `, also looked for: ${now.meant.join(", ")}`;
  };
  const ask = (anew = false) => {
    mine = last += 1;
    if (anew) unasked = mine;
    else asked = 0;
    const query = input.value.trim();
    /** @type {ToSearch} */
    const question = { id: mine, query, filters: chosen() };
    if (query) {
      engine().postMessage(question);
      if (!found) {
        draw();
        count.textContent = "Looking…";
      }
    } else {
      found = null;
      draw();
    }
    keep?.(query);
  };
  hear("message", ({ data }) => {
    if ("failed" in data) return fail(count);
    // Nothing moves under someone who is choosing: neither asked anew, nor drawn if they began since.
    if ("widened" in data) return void (choosing() || ask(true));
    if (!("id" in data) || data.id !== mine || (mine === unasked && found && choosing())) return;
    found = data.results.length || data.whole ? data : null;
    draw();
    if (!found) count.textContent = "Looking through the whole text";
  });
  hear("error", () => fail(count));
  input.addEventListener("focus", engine);
  form.addEventListener("input", () => ask());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    results.querySelector("a")?.focus();
  });
  more.addEventListener("click", () => {
    const next = results.children.length;
    asked = next + MORE;
    draw();
    results.children[next]?.querySelector("a")?.focus();
  });
  return { input, ask, parts: [form, count, answers, first, results, more, none] };
};

/** @param {HTMLElement} count */
const fail = (count) => {
  const list = element("a", { href: new URL("search/", site), textContent: FAILED });
  count.replaceChildren(list);
};

export const open = async (text = "") => {
  await sheet;
  dialog ??= made();
  if (!dialog.box.open) dialog.box.showModal();
  if (text) dialog.input.value = text; // its end is seen, and typing goes on there
  dialog.input.focus();
  if (!text) dialog.input.select();
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
  box.addEventListener("click", ({ target }) => (target === box || /** @type {Element} */ (target).closest("a[href]")) && box.close());
  document.body.append(box);
  return { box, input, ask };
};

/**
 * @param {HTMLElement} place
 * @param {string} linked
 */
export const mount = (place, linked) => {
  // Kept in the history beside the address, not in it: going back must not send the words to the host.
  /** @param {string} question */
  const keep = (question) => history.replaceState({ question }, "");
  const { input, ask, parts } = view("page", keep);
  const take = () => {
    input.value = history.state?.question ?? linked;
    ask();
  };
  place.append(...parts);
  take();
  addEventListener("popstate", () => {
    const question = input.value.trim();
    if (!history.state) keep(question); // a link within the page was followed
    else if (history.state.question !== question) take();
  });
};
