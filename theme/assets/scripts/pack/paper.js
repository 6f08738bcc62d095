// How many sheets each part of a pack takes. It is laid out unseen, as wide and high as the paper, in the styles
// of paper, and breaks into columns there by the rules by which it breaks into sheets.
import { element } from "../element.js";
import { emptyPage } from "../trusted.js";

/** Whether this browser writes its number on each sheet. Where none does, contents that name sheets say nothing. */
export const numbersSheets = () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('@page { @bottom-right { content: "1"; } }');
  return Boolean(sheet.cssRules[0]?.cssText.includes("bottom-right"));
};

/**
 * @param {HTMLElement[]} parts
 * @param {string[]} sheets addresses of style sheets, those of paper too
 * @returns {Promise<number[]>} nothing where a sheet does not come: a number that is wrong is worse than none
 */
export const sheetsOf = async (parts, sheets) => {
  const styles = await Promise.all(sheets.map(textOf)).catch(() => null);
  if (!styles) return [];
  const frame = element("iframe", { className: "pack-measure", title: "The pack on paper", tabIndex: -1, ariaHidden: "true" });
  document.body.append(frame);
  const inside = /** @type {Document} */ (frame.contentDocument);
  inside.write(emptyPage); // without it a frame is laid out by the rules of the nineties
  inside.close();
  dress(inside, styles);
  const pack = inside.importNode(element("div", { className: "pack" }), true);
  const boxes = parts.map((part) => {
    const box = element("div", { className: "measured" }, part.cloneNode(true));
    pack.append(box);
    return box;
  });
  const article = element("article", { className: "prose" }, pack);
  inside.body.append(article);
  const counts = boxes.map((box) => box.firstElementChild?.getClientRects().length ?? 1);
  frame.remove();
  return counts;
};

/**
 * A style sheet, fetched by this page and never by the frame: of a kept page the worker gives the kept one,
 * of a frame it does not know whose it is.
 * @param {string} href
 */
const textOf = async (href) => {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(href);
  return answer.text();
};

/**
 * @param {Document} inside
 * @param {string[]} styles
 */
const dress = (inside, styles) => {
  const { CSSStyleSheet: Sheet } = /** @type {Window & typeof globalThis} */ (inside.defaultView);
  inside.adoptedStyleSheets = styles.map((text) => {
    const sheet = new Sheet();
    sheet.replaceSync(text);
    return sheet;
  });
};
