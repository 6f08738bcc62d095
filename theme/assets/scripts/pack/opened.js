// A pack, opened: its pages are fetched, put in their order, and counted as sheets of paper.
import { copyRich } from "../clipboard.js";
import { element } from "../element.js";
import { possible } from "../keep/copy.js";
import { keepPack } from "../keep/pack.js";
import { hashOf } from "./choice.js";
import { fetched } from "./items.js";
import { numbersSheets, sheetsOf } from "./paper.js";
import { actions, cover, number, numberParts, questions, told } from "./parts.js";
/** @import { Item, Built } from "./items.js" */

/**
 * @param {Choice} choice
 * @param {Map<string, Item>} items
 * @param {string} address the one to give to others
 */
export const opened = async (choice, items, address) => {
  const wanted = choice.codes.flatMap((code) => items.get(code) ?? []);
  const [asked, ...answers] = await Promise.all([questionsOf(), ...wanted.map((item) => fetched(item).catch(() => null))]);
  const built = answers.flatMap((one) => one ?? []);
  if (!built.length) throw new Error("no page came");
  const missing = wanted.filter((_, place) => !answers[place]).map(({ title }) => `Could not be fetched, and is not in this pack: ${title}.`);
  const named = { ...choice, title: choice.title || "Team pack" };
  const first = cover(named, built);
  const parts = [first, ...built.map(({ section }) => section), questions(built, asked), actions()];
  await dress(built);
  const sheets = numbersSheets() ? await sheetsOf(parts, styles()) : [];
  if (sheets.length) number(first, sheets);
  else numberParts(parts);
  const many = sheets.reduce((sum, one) => sum + one, 0);
  first.querySelector(".act-line")?.after(tools(choice, address, told(named, built, address), many));
  const view = element("div", { className: "pack" }, ...parts);
  view.addEventListener("click", stay);
  return { view, title: named.title, faults: missing };
};

/** @returns {Promise<Record<string, string[]>>} */
const questionsOf = async () => {
  const answer = await fetch(new URL("questions.json", location.href).href);
  if (!answer.ok) throw new Error("the questions did not come");
  return answer.json();
};

/** @returns {string[]} every sheet of this page, and with them those of paper */
const styles = () => [.../** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[rel=stylesheet]"))].map((one) => one.href);

/**
 * Styles that only some pages have, such as those of charts, come with them; those of paper have the last word.
 * @param {Built[]} built
 */
const dress = (built) => {
  const more = new Map(built.flatMap(({ sheets }) => sheets).map(({ href, media }) => [href, media]));
  const there = new Set(styles());
  const late = [...more].filter(([href]) => !there.has(href)).map(([href, media]) => element("link", { rel: "stylesheet", href, media }));
  document.head.querySelector("link[media=print]")?.before(...late);
};

/**
 * A link within the pack leads there and leaves the address, which is the pack's, as it is.
 * @param {MouseEvent} event
 */
const stay = (event) => {
  const link = /** @type {Element} */ (event.target).closest("a");
  const place = link?.getAttribute("href")?.startsWith("#") && document.getElementById(link.hash.slice(1));
  if (!place) return;
  event.preventDefault();
  place.tabIndex = -1;
  place.focus();
  place.scrollIntoView();
};

/**
 * What can be done with the pack.
 * @param {Choice} choice
 * @param {string} address
 * @param {{ rich: HTMLElement, plain: string }} text
 * @param {number} sheets 0 where they are not known
 */
const tools = (choice, address, { rich, plain }, sheets) => {
  const said = element("p", { role: "status" });
  /**
   * @param {string} name
   * @param {() => unknown} does
   * @param {string} [done]
   */
  const button = (name, does, done) => {
    const one = element("button", { type: "button", className: "button button-quiet" }, name);
    one.addEventListener("click", async () => {
      try {
        await does();
        if (done) said.textContent = done;
      } catch {
        said.textContent = "Copying is not allowed here: mark the text and copy it by hand.";
      }
    });
    return one;
  };
  const change = element("a", { className: "button button-quiet", href: hashOf({ ...choice, choosing: true }) }, "Change the choice");
  const send = element("details", { className: "more" }, element("summary", {}, "Text for a newsletter or chat"), rich);
  send.append(button("Copy this text", () => copyRich(rich, plain), "Text copied"));
  const row = element("p", {}, button("Print the pack", () => print()), " ", button("Copy link to this pack", () => navigator.clipboard.writeText(address), "Link copied"), " ", change);
  const kept = { title: choice.title || "Team pack", hash: location.hash, codes: choice.codes };
  if (possible) row.append(" ", button("Keep this pack on this phone", () => keepPack(kept, said)));
  return element("div", { className: "pack-tools", role: "group", ariaLabel: "This pack" }, row, ...(sheets ? [element("p", {}, `On paper: ${sheets} pages of A4.`)] : []), send, said);
};
