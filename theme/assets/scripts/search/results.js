// How results, answers and "nothing found" are drawn. All text is set as text, never as markup.
import { element } from "../element.js";
import { pageAt } from "../page.js";

const WAIT = 300; // ms after the last drawing, so that nothing is fetched while somebody types
const LONGEST = 180; // characters of an extract

/** @param {string} text */
const words = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f‘’']/g, "").split(/[^a-z0-9]+/);
/**
 * A stem is the beginning of its words, but for a last i that was a y: bodi, body.
 * @param {string} word
 * @param {string[]} stems
 */
const says = (word, stems) => stems.some((stem) => word.startsWith(stem.length > 3 ? stem.replace(/i$/, "") : stem));
/**
 * @param {string} text
 * @param {string[]} stems
 */
const saidIn = (text, stems) => stems.filter((stem) => words(text).some((word) => says(word, [stem])));

/**
 * Children that say the same stay as they are: what comes later takes no link from under a thumb.
 * @param {Element} place
 * @param {Element[]} nodes
 */
const renew = (place, nodes) => {
  for (const [at, node] of nodes.entries()) {
    const old = place.children[at];
    if (!old) place.append(node);
    else if (!old.isEqualNode(node)) old.replaceWith(node);
  }
  while (place.children.length > nodes.length) place.lastElementChild?.remove();
};
/**
 * Puts items in order, moving only those that stand elsewhere.
 * @param {Element} list
 * @param {Element[]} items
 */
const arrange = (list, items) => {
  for (const [at, item] of items.entries()) if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
  while (list.children.length > items.length) list.lastElementChild?.remove();
};

/**
 * When to call whom over what a page is about, in its own words.
 * @param {NonNullable<Result["calls"]>} calls
 */
const whenToCall = (calls) => element("ul", { className: "search-calls" }, ...calls.map(([card, head, lines]) =>
  element("li", { className: `call-${card}` }, element("b", { textContent: head }), ` ${lines.join("; or ")}`)));
/**
 * @param {Result} page
 * @param {string[]} stems
 * @param {URL} site
 */
const result = (page, stems, site) => {
  const address = new URL(page.address, site);
  const day = new Date(page.reviewed).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
  const kind = page.type.charAt(0).toUpperCase() + page.type.slice(1);
  const item = element("li", {},
    element("a", { className: "search-title", href: address, textContent: page.title }),
    element("p", { textContent: page.summary }),
    ...(page.calls ? [whenToCall(page.calls)] : []),
    element("p", { className: "small", textContent: `${kind}, reviewed ${day}` }));
  // Where heading and summary do not show why the page was found, a line of its text does.
  if (saidIn(`${page.title} ${page.summary}`, stems).length < Math.min(2, stems.length)) {
    item.append(element("p", { className: "search-extract" }));
  }
  return item;
};
/**
 * The parts of a page that fit, below what is told of it.
 * @param {Element} item
 * @param {Result} page
 * @param {URL} site
 */
const withParts = (item, { address, parts }, site) => {
  const list = item.querySelector("ul.search-parts") ?? element("ul", { className: "search-parts" });
  renew(list, parts.map(({ anchor, heading }) =>
    element("li", {}, element("a", { href: `${new URL(address, site)}#${anchor}`, textContent: heading }))));
  if (!parts.length) list.remove();
  else if (!list.parentElement) item.append(list);
  return item;
};

/** @type {Map<string, Promise<string[]>>} */
const read = new Map();
/**
 * The lines of a page, read from the page itself.
 * @param {string} address
 */
const linesOf = (address) => {
  const before = read.get(address);
  if (before) return before;
  const lines = pageAt(address).then((page) => {
    const main = /** @type {HTMLElement} */ (page.querySelector("article"));
    for (const aside of main.querySelectorAll("[data-search-exclude], svg, .heading, nav")) aside.remove();
    return [...main.querySelectorAll("p, li, td, dd, summary")].map((one) => one.textContent.trim().replace(/\s+/g, " "));
  });
  read.set(address, lines);
  lines.catch(() => read.delete(address)); // a later try may find what this one did not
  return lines;
};
/**
 * @param {string} line
 * @param {string[]} stems
 */
const cut = (line, stems) => {
  const tokens = line.split(" ");
  const from = Math.max(0, tokens.findIndex((token) => words(token).some((word) => word && says(word, stems))) - 8);
  const kept = [];
  for (const token of tokens.slice(from)) {
    if (kept.join(" ").length + token.length > LONGEST) break;
    kept.push(token);
  }
  return `${from ? "… " : ""}${kept.join(" ")}${from + kept.length < tokens.length ? " …" : ""}`;
};
/**
 * Draws the line that says most of what was asked.
 * @param {Element} place
 * @param {string} address
 * @param {string[]} stems
 */
const extract = async (place, address, stems) => {
  const lines = await linesOf(address).catch(() => []);
  const whole = lines.filter((line) => line.split(" ").length > 3).map((line) => ({ line, says: saidIn(line, stems).length }));
  const [best] = whole.sort((a, b) => b.says - a.says || a.line.length - b.line.length);
  if (!best?.says) return void place.remove(); // an empty line would be a hole
  place.replaceChildren(...cut(best.line, stems).split(/(?<= )/).map((token) =>
    words(token).some((word) => word && says(word, stems)) ? element("mark", { textContent: token }) : token));
};

/**
 * How one list is drawn; an extract is read when its result comes into sight.
 * @param {HTMLElement} list
 * @param {URL} site
 */
export const resultsIn = (list, site) => {
  let waiting = 0;
  /** @type {IntersectionObserver | null} */
  let seen = null;
  /** @type {Map<string, Element>} what is drawn of each page for the words of a question */
  let drawn = new Map();
  /**
   * @param {Result[]} pages
   * @param {string[]} stems
   */
  const draw = (pages, stems) => {
    drawn = new Map(pages.map((page) => {
      const key = [page.address, ...stems].join(" ");
      return [key, withParts(drawn.get(key) ?? result(page, stems, site), page, site)];
    }));
    arrange(list, [...drawn.values()]);
    clearTimeout(waiting);
    seen?.disconnect();
    const now = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        now.unobserve(target);
        const link = /** @type {HTMLAnchorElement} */ (target.parentElement?.querySelector("a"));
        void extract(target, link.href, stems);
      }
    });
    seen = now;
    if (navigator.connection?.saveData) return;
    waiting = setTimeout(() => {
      for (const one of list.querySelectorAll(".search-extract:empty")) now.observe(one);
    }, WAIT);
  };
  return draw;
};

/**
 * What the answer gives: a number to call, a form to open, or words.
 * @param {Answer} answer
 */
const given = ({ value, phone, form }) =>
  phone ? element("a", { className: "tel", href: `tel:${phone}`, textContent: value })
    : form ? element("a", { className: "outside", href: form, rel: "noreferrer", textContent: value }) : value;

/**
 * @param {HTMLElement} place
 * @param {Answer[]} answers
 * @param {URL} site
 */
export const drawAnswers = (place, answers, site) => {
  renew(place, answers.map((answer) => {
    const { kind, title, sooner, note, address } = answer;
    return element("div", { className: `search-answer answer-${kind}` },
      element("p", { className: "answer-title" }, element("a", { href: new URL(address.slice(1), site), textContent: title })),
      element("p", { className: "answer-value" }, given(answer)),
      ...(sooner ? [element("p", { className: "answer-sooner", textContent: sooner })] : []),
      element("p", { className: "small", textContent: note }));
  }));
};

// Whom to call, from the line on every page.
const callLine = () => {
  const act = /** @type {HTMLElement} */ (document.querySelector(".act-line p"));
  const line = /** @type {HTMLElement} */ (act.cloneNode(true));
  line.className = "search-call";
  return line;
};

/** @type {Record<Fit, string>} */
const FITS = { first: "The first page fits best.", three: "Most likely one of the first pages.", none: "No page fits for sure." };
/**
 * Above the results: whom to call, which is never calmer than any page; and how far the pages fit.
 * @param {HTMLElement} place
 * @param {Found | null} found
 * @param {boolean} asked
 */
export const drawFirst = (place, found, asked) => {
  place.hidden = found ? !found.results.length : !asked;
  if (place.hidden) return;
  if (!found) return renew(place, [callLine()]); // while the index is on its way
  const fits = element("p", { className: "search-fit" }, element("strong", { textContent: FITS[found.fit] }), " Worried? Call first.");
  renew(place, [...(found.answers.length ? [] : [fits]), callLine()]);
};

/**
 * Nothing found: what was tried, words that are near, and who to ask, from the line on every page.
 * @param {HTMLElement} place
 * @param {Found | null} found
 * @param {URL} site
 * @param {(word: string) => void} again
 */
export const drawNothing = (place, found, site, again) => {
  place.replaceChildren();
  if (!found) return;
  const tried = found.meant.length ? `Also looked for: ${found.meant.join(", ")}. ` : "";
  const every = element("a", { href: new URL("search/", site), textContent: "see every page" });
  place.append(element("p", {}, tried, "This guide may not cover it. Try fewer or other words, or ", every, "."));
  if (found.near.length) {
    const near = found.near.map((word) => {
      const button = element("button", { type: "button", textContent: word });
      button.addEventListener("click", () => again(word));
      return button;
    });
    place.append(element("p", {}, "Near words here: ", ...near));
  }
  place.append(element("p", { textContent: "Worried about a child? Do not search on. Call:" }), callLine());
};
