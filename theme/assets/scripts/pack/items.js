// Pages of the guide as parts of a pack: fetched as they were built, and without what only a page of its own needs.
import { pageAt } from "../page.js";

/**
 * A page that may stand in a pack, by its short code of today.
 * @typedef {{ code: string, address: URL, title: string }} Item
 * The same as a part of a pack: its text, the styles it needs, where its newest version stands, and how old this one is.
 * @typedef {Item & { section: HTMLElement, sheets: { href: string, media: string }[], canonical: string, reviewed: string }} Built
 */
const LEFT_OUT = ".heading-link, .words, .onward, .role-all, .filters, .deadlines, [data-search-exclude]:not(summary), form, button, script, dialog";
const NAMING = ["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"];

/**
 * @param {Item} item
 * @returns {Promise<Built>}
 */
export const fetched = async (item) => {
  const page = await pageAt(item.address.href);
  const main = /** @type {HTMLElement} */ (page.querySelector("main[data-title]"));
  const text = document.importNode(/** @type {HTMLElement} */ (main.querySelector("article")), true);
  trim(text, main.dataset.type === "guide");
  lead(text, item);
  const section = document.createElement("section");
  section.className = "item";
  section.id = `item-${item.code}`;
  section.dataset.type = item.address.pathname.includes("/briefings/") ? "briefing" : main.dataset.type;
  section.append(text, foot(page));
  const sheets = [...page.querySelectorAll("link[rel=stylesheet]")].map((one) => ({
    href: new URL(one.getAttribute("href") ?? "", item.address).href,
    media: one.getAttribute("media") ?? "",
  }));
  const canonical = page.querySelector("link[rel=canonical]")?.getAttribute("href") ?? item.address.href;
  return { ...item, section, sheets, canonical, reviewed: main.dataset.reviewed ?? "", title: main.dataset.title ?? "" };
};

/**
 * @param {HTMLElement} text
 * @param {boolean} guide a guide's last part is links, which lead nowhere on paper
 */
const trim = (text, guide) => {
  const more = guide && text.querySelector("#find-out-more")?.closest("article > *");
  while (more && more.nextElementSibling) more.nextElementSibling.remove();
  if (more) more.remove();
  for (const one of text.querySelectorAll(LEFT_OUT)) one.remove();
  for (const term of text.querySelectorAll("a.term")) term.replaceWith(...term.childNodes);
  for (const heading of text.querySelectorAll("h1, h2, h3, h4")) {
    heading.setAttribute("aria-level", String(Number(heading.tagName[1]) + 1));
  }
};

/**
 * Its names are its own in the pack, and its links lead where they led.
 * @param {HTMLElement} text
 * @param {Item} item
 */
const lead = (text, { code, address }) => {
  const own = new Map([...text.querySelectorAll("[id]")].map((one) => [one.id, `${code}-${one.id}`]));
  for (const one of text.querySelectorAll("[id]")) one.id = own.get(one.id) ?? "";
  for (const name of NAMING) {
    for (const one of text.querySelectorAll(`[${name}]`)) {
      const names = one.getAttribute(name)?.split(" ") ?? [];
      one.setAttribute(name, names.map((word) => own.get(word) ?? word).join(" "));
    }
  }
  for (const link of text.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href") ?? "";
    const here = href.startsWith("#") && own.get(href.slice(1));
    link.setAttribute("href", here ? `#${here}` : new URL(href, address).href);
  }
  for (const picture of text.querySelectorAll("img[src]")) {
    picture.setAttribute("src", new URL(picture.getAttribute("src") ?? "", address).href);
  }
};

/**
 * Which page it is, how old, which version, and where the newest stands: the page's own line for paper.
 * @param {Document} page
 */
const foot = (page) => {
  const line = document.importNode(/** @type {HTMLElement} */ (page.querySelector(".paper")), true);
  line.removeAttribute("aria-hidden");
  return line;
};
