// A team pack: chosen from the list on this page, or named by the address, and laid out as one thing to print.
// The choice lives in the address after its #, and nowhere else.
import { element } from "../element.js";
import { choiceIn, hashOf } from "./choice.js";
import { chooser } from "./chooser.js";
/** @import { Item } from "./items.js" */

const article = /** @type {HTMLElement} */ (document.querySelector("main article"));
const usual = document.title;
/** @type {NodeListOf<HTMLElement>} */
const lines = document.querySelectorAll("#pack-pages [data-codes]");
/** @type {Map<string, Item>} */
const items = new Map();
/** @type {Map<string, string>} */
const known = new Map();
for (const line of lines) {
  const link = /** @type {HTMLAnchorElement} */ (line.querySelector("a"));
  const [code = "", ...old] = line.dataset.codes?.split(" ") ?? [];
  items.set(code, { code, address: new URL(link.href), title: link.textContent });
  for (const one of [code, ...old]) known.set(one, code);
}

/** A pack that is ready, if the address names one: what it is made of, and the address that lasts. */
const ready = () => {
  const pack = /^#pack-[\w-]+$/.test(location.hash) ? document.querySelector(`li${location.hash}`) : null;
  const link = pack?.querySelector("a");
  if (!pack || !link) return null;
  const addresses = [...pack.querySelectorAll("ul a")].map((one) => /** @type {HTMLAnchorElement} */ (one).href);
  const codes = addresses.flatMap((one) => [...items.values()].find(({ address }) => address.href === one)?.code ?? []);
  return { address: link.href, choice: { title: link.textContent, day: "", codes, choosing: false, faults: [] } };
};

/** Whether the address names a ready pack that is there no more. */
const gone = () => /^#pack-[\w-]+$/.test(location.hash) && !document.getElementById(location.hash.slice(1));
const GONE = "The pack at this address is there no more. The packs of today are listed below.";

const choose = chooser(
  items,
  (choice) => history.replaceState(null, "", hashOf({ ...choice, choosing: true })),
  () => location.assign(hashOf({ ...choiceIn(location.hash, known), choosing: false })),
);
const faults = element("div", { className: "pack-faults", role: "alert" });
article.prepend(faults);

/** @param {HTMLElement | null} pack what is shown instead of the page's own text, if anything */
const show = (pack) => {
  article.querySelector(":scope > .pack")?.remove();
  for (const one of article.children) /** @type {HTMLElement} */ (one).hidden = Boolean(pack) && one !== faults;
  if (pack) article.append(pack);
};
/** @param {string[]} texts */
const complain = (texts) => faults.replaceChildren(...texts.map((text) => element("p", {}, text)));

let asked = "";
/** @type {string | null} */
let before = null; // the pack that was shown; null where the reader has just come
const follow = async () => {
  const now = (asked = location.hash);
  const named = ready();
  const choice = named?.choice ?? choiceIn(now, known);
  complain(gone() ? [GONE] : choice.faults);
  choose.take(choice);
  if (choice.choosing || !choice.codes.length) {
    document.title = usual;
    show(null);
    if (before) choose.title.focus();
    before = "";
    return;
  }
  show(element("div", { className: "pack" }, element("p", { role: "status" }, "Fetching the pages…")));
  try {
    const { opened } = await import("./opened.js");
    const pack = await opened(choice, items, named?.address ?? location.href);
    if (asked !== now) return; // another was chosen meanwhile
    document.title = pack.title;
    show(pack.view);
    complain([...choice.faults, ...pack.faults]);
    if (before !== null) pack.view.querySelector("h1")?.focus({ preventScroll: true });
    scrollTo(0, 0);
    before = now;
  } catch {
    if (asked !== now) return;
    show(null);
    complain(["The pack could not be fetched. Look at your connection, then load this page again."]);
  }
};

addEventListener("hashchange", follow);
// What was typed before this script arrived counts where the address says nothing.
const [title, day] = [choose.title.value, choose.day.value];
if (!location.hash && (title || day)) history.replaceState(null, "", hashOf({ title, day, codes: [], choosing: true }));
void follow();
