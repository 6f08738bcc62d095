// Choosing the pages of a pack: each link of the list becomes a box to tick, and below it stands what is chosen.
import { element } from "../element.js";
/** @import { Item } from "./items.js" */

/**
 * @param {Map<string, Item>} items by code
 * @param {(choice: { title: string, day: string, codes: string[] }) => void} changed
 * @param {() => void} open
 */
export const chooser = (items, changed, open) => {
  const form = /** @type {HTMLFormElement} */ (document.querySelector(".pack-about"));
  const title = /** @type {HTMLInputElement} */ (form.querySelector("[name=title]"));
  const day = /** @type {HTMLInputElement} */ (form.querySelector("[name=day]"));
  const order = /** @type {HTMLOListElement} */ (document.querySelector(".pack-order"));
  const bar = /** @type {HTMLElement} */ (document.querySelector(".pack-bar"));
  const count = /** @type {HTMLElement} */ (bar.querySelector("[role=status]"));
  const go = /** @type {HTMLButtonElement} */ (bar.querySelector("button"));
  const boxes = boxesOf(items);
  /** @type {string[]} */
  let codes = [];

  const draw = () => {
    for (const [code, box] of boxes) box.checked = codes.includes(code);
    order.replaceChildren(...codes.map((code, place) => line(items.get(code)?.title ?? "", place)));
    count.textContent = codes.length === 1 ? "1 page in your pack" : `${codes.length} pages in your pack`;
    go.disabled = !codes.length;
  };
  const keep = () => {
    draw();
    changed({ title: title.value, day: day.value, codes });
  };
  /**
   * @param {string} name
   * @param {number} place
   */
  const line = (name, place) => {
    const up = element("button", { type: "button", disabled: !place, ariaLabel: `Move up: ${name}` }, "Up");
    up.addEventListener("click", () => {
      codes = [...codes.slice(0, place - 1), ...codes.slice(place, place + 1), ...codes.slice(place - 1, place), ...codes.slice(place + 1)];
      keep();
      // The focus stays with the page that moves, or stands beside it at the top.
      const moved = order.children[place - 1];
      /** @type {HTMLElement | null | undefined} */ (moved?.querySelector("button:enabled"))?.focus();
    });
    const out = element("button", { type: "button", ariaLabel: `Take out: ${name}` }, "Take out");
    out.addEventListener("click", () => {
      codes = codes.filter((_, at) => at !== place);
      keep();
      /** @type {HTMLElement} */ (order.children[place]?.querySelector("button:last-child") ?? title).focus();
    });
    return element("li", {}, name, " ", up, " ", out);
  };

  for (const [code, box] of boxes) {
    box.addEventListener("change", () => {
      codes = box.checked ? [...codes, code] : codes.filter((one) => one !== code);
      keep();
    });
  }
  form.addEventListener("input", keep);
  form.addEventListener("submit", (event) => event.preventDefault());
  go.addEventListener("click", open);
  return {
    title,
    day,
    /** @param {Choice} choice */
    take: (choice) => {
      [title.value, day.value, codes] = [choice.title, choice.day, choice.codes];
      draw();
    },
  };
};

/**
 * A box in the place of each link; without this script the links stay.
 * @param {Map<string, Item>} items
 */
const boxesOf = (items) =>
  new Map(
    [...items.values()].map(({ code, title }) => {
      const box = element("input", { type: "checkbox", value: code });
      const link = document.querySelector(`#pack-pages [data-codes^="${code} "] a, #pack-pages [data-codes="${code}"] a`);
      link?.replaceWith(element("label", {}, box, title));
      return /** @type {const} */ ([code, box]);
    }),
  );
