// The parts of a pack that are no page of the guide: cover, contents, questions, actions, and a text to send on.
import { element } from "../element.js";
import { dayWords } from "./choice.js";
/** @import { Built } from "./items.js" */

const LINES = 12; // for actions: they fill a sheet

/**
 * A heading of the pack, one level below its title.
 * @param {string} text
 */
const heading = (text) => element("h2", {}, text);

/**
 * @param {{ title: string, day: string }} choice
 * @param {Built[]} built
 */
export const cover = ({ title, day }, built) => {
  const lines = [...built.map(({ code, title: name }) => line(name, `item-${code}`)), line("Questions to talk through", "pack-questions"), line("What we will do", "pack-actions")];
  const calls = element("div", { className: "act-line" }, document.querySelector(".act-line p")?.cloneNode(true) ?? "");
  const notice = document.querySelector(".foot .notice")?.cloneNode(true) ?? "";
  const first = element("section", { className: "item cover" }, element("h1", { tabIndex: -1 }, title));
  if (day) first.append(element("p", { className: "lede" }, dayWords(day)));
  first.append(calls, heading("In this pack"), element("ol", { className: "pack-contents" }, ...lines), notice);
  return first;
};

/**
 * @param {string} name
 * @param {string} id
 */
const line = (name, id) =>
  element("li", {}, element("a", { href: `#${id}` }, name), " ", element("span", { className: "on-paper sheet-number" }));

/**
 * The number of the sheet on which each part begins, written into the contents.
 * @param {Element} first the cover
 * @param {number[]} sheets how many each part takes, the cover first
 */
export const number = (first, sheets) => {
  let next = 1;
  const begins = sheets.map((many) => (next += many) - many);
  for (const [part, place] of first.querySelectorAll(".sheet-number").entries()) place.textContent = `${begins[part + 1]}`;
};

/**
 * Where no sheet has a number, the name of each part begins with that of its line in the contents.
 * @param {Element[]} parts the cover first
 */
export const numberParts = (parts) => {
  for (const [place, part] of parts.slice(1).entries()) part.querySelector("h1, h2")?.prepend(`${place + 1}. `);
};

/**
 * @param {Built[]} built
 * @param {Record<string, string[]>} asked
 */
export const questions = (built, asked) => {
  const part = element("section", { className: "item", id: "pack-questions" }, heading("Questions to talk through"));
  part.append(element("p", {}, "Speak of your own work. Leave out names, and whatever would tell who a child or family is."));
  for (const { code, title } of built) {
    const list = element("ol", {}, ...(asked[code] ?? []).map((one) => element("li", {}, one)));
    if (list.childElementCount) part.append(element("div", { className: "pack-asked" }, element("h3", {}, title), list));
  }
  return part;
};

export const actions = () => {
  const names = ["Action", "Who", "By when"];
  const head = element("tr", {}, ...names.map((name) => element("th", { scope: "col" }, name)));
  const rows = Array.from({ length: LINES }, () => element("tr", {}, ...names.map(() => element("td"))));
  const caption = element("caption", {}, "No details of a child or family here: those belong in your own records.");
  const table = element("table", { className: "pack-actions" }, caption, element("thead", {}, head), element("tbody", {}, ...rows));
  return element("section", { className: "item", id: "pack-actions" }, heading("What we will do"), table);
};

/**
 * The pack in words, for a newsletter or a chat: with links, and plain.
 * @param {{ title: string, day: string }} choice
 * @param {Built[]} built
 * @param {string} address
 */
export const told = ({ title, day }, built, address) => {
  const first = [title, day && dayWords(day)].filter(Boolean).join(", ");
  const lines = built.map((one) => ({ ...one, age: `reviewed ${dayWords(one.reviewed)}` }));
  const list = lines.map(({ title: name, canonical, age }) => element("li", {}, element("a", { href: canonical }, name), `, ${age}`));
  const whole = element("p", {}, "The whole pack: ", element("a", { href: address }, address));
  const rich = element("div", { className: "pack-told" }, element("p", {}, first), element("ul", {}, ...list), whole);
  const plain = [first, ...lines.map(({ title: name, canonical, age }) => `- ${name}, ${age}: ${canonical}`), `The whole pack: ${address}`];
  return { rich, plain: plain.join("\n") };
};
