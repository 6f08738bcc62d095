// Narrows a list by the form above it. A choice lives in the address, so that a link keeps it; typed
// words live beside it in the history, so that going back never sends them to the host.
/** @param {string} text */
const plain = (text) => text.toLowerCase().replace(/[\u2018\u2019']/g, "");

/**
 * Opens a shelf that folds where something of it is asked for; older browsers do not do it for a link.
 * @param {HTMLDetailsElement} shelf
 * @param {boolean} narrowed
 */
const unfold = (shelf, narrowed) => {
  const aimed = shelf.querySelector(":target");
  const folded = !shelf.open;
  shelf.open = narrowed || Boolean(aimed);
  if (aimed && folded) aimed.scrollIntoView();
};

/** @param {HTMLFormElement} form */
const start = (form) => {
  const list = /** @type {HTMLElement} */ (document.getElementById(form.dataset.filters ?? ""));
  const items = [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-item]"))];
  const shelves = new Map(items.map((item) => [item, item.parentElement?.dataset]));
  const count = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  const choices = [...form.querySelectorAll("select")];
  const words = form.querySelector("input");
  const fields = words ? [words, ...choices] : choices;
  const ranked = Boolean(list.querySelector("[data-card]")); // by the engine, where lines say whom to call
  /** @type {((fitting: HTMLElement[] | null, sure: boolean) => void) | null} */
  let order = null; // comes with the engine
  let sure = false; // whether the first is meant
  /** @type {HTMLElement[] | null} */
  let fitting = null; // the items that fit the words, best first; null while nothing is typed
  let asked = "";
  /** @type {Promise<(text: string) => void> | null} */
  let rank = null;

  /**
   * @param {HTMLElement} item
   * @param {HTMLSelectElement} field
   */
  const fits = (item, field) => {
    const own = (item.dataset[field.name] ?? shelves.get(item)?.[field.name] ?? "").split(" ");
    return !field.value || own.includes(field.value) || own.includes("everyone");
  };

  const narrow = () => {
    const focused = document.activeElement;
    order?.(fitting, sure);
    const shown = new Set((fitting ?? items).filter((item) => choices.every((field) => fits(item, field))));
    const all = shown.size === items.length;
    for (const item of items) item.hidden = !shown.has(item);
    for (const shelf of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-shelf]"))) {
      shelf.hidden = !shelf.querySelector("[data-item]:not([hidden])");
      if (shelf instanceof HTMLDetailsElement) unfold(shelf, !all);
    }
    const what = form.dataset.what;
    count.textContent = all ? `${items.length} ${what}` : `${shown.size} of ${items.length} ${what}`;
    if (!shown.size) count.textContent += `. ${form.dataset.nothing}.`;
    else if (order && fitting && !sure) count.textContent += ". Not sure which fits.";
    // What is moved loses the focus, and so does what is hidden.
    if (!(focused instanceof HTMLElement) || !list.contains(focused)) return;
    const stands = focused.closest("[hidden]") ? fields[0] : focused;
    stands?.focus({ preventScroll: true });
  };

  // Without the engine, an item fits that holds every word as it was typed.
  const literal = () => {
    rank = null;
    sure = false;
    if (!asked) return;
    const typed = plain(asked).split(/\s+/);
    fitting = items.filter((item) => typed.every((word) => plain(item.textContent).includes(word)));
    narrow();
  };
  /**
   * @param {HTMLElement[]} found
   * @param {boolean} meant
   */
  const answered = (found, meant) => {
    if (!asked) return;
    fitting = found;
    sure = meant;
    narrow();
  };
  // Fetched when somebody is about to type; a later try may find what this one did not.
  const ranker = () => (rank ??= import("./search/ranking.js").then(({ ordering, ranking }) => {
    order ??= ordering(form, list, items);
    return ranking(items, answered, literal);
  }));

  const look = () => {
    const text = words?.value.trim() ?? "";
    if (text === asked) return narrow();
    asked = text;
    if (!text) return (fitting = null), narrow();
    if (!ranked) return literal();
    count.textContent = "Looking…";
    ranker().then((ask) => ask(asked), literal);
  };

  const keep = () => {
    const address = new URL(location.href);
    for (const { name, value } of choices) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    address.searchParams.delete("find");
    history.replaceState({ words: words?.value }, "", address);
  };

  const take = () => {
    const given = new URLSearchParams(location.search);
    for (const field of choices) {
      const value = given.get(field.name) ?? "";
      field.value = [...field.options].some((one) => one.value === value) ? value : "";
    }
    if (words) words.value = history.state?.words ?? given.get("find") ?? "";
    for (const { value, parentElement } of choices) if (value) parentElement?.closest("details")?.setAttribute("open", "");
    look();
  };

  if (ranked) words?.addEventListener("focus", () => ranker().catch(literal));
  form.addEventListener("input", () => (look(), keep()));
  form.addEventListener("submit", (event) => event.preventDefault());
  // The button goes once there is nothing to show again: whoever pressed it is in the form before it does.
  form.addEventListener("reset", () => {
    fields[0]?.focus();
    setTimeout(() => (look(), keep()));
  });
  addEventListener("popstate", () => {
    if (!history.state) keep(); // a link within the page was followed
    take();
  });
  // What was typed or chosen before this script arrived counts beside what the address says.
  const typed = new Map(fields.filter((field) => field.value.trim()).map((field) => [field, field.value]));
  take();
  for (const [field, value] of typed) field.value = value;
  if (!typed.size) return;
  look();
  keep();
};

/** @type {NodeListOf<HTMLFormElement>} */
const forms = document.querySelectorAll(".filters");
for (const form of forms) {
  const since = form.querySelector("label:has([name=since])");
  if (since) await import("./recent.js").then((it) => it.mark(form)).catch(() => since.remove());
  start(form);
}
