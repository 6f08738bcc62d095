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
 * @returns {Promise<number[]>}
 */
export const sheetsOf = async (parts, sheets) => {
  const frame = element("iframe", { className: "pack-measure", title: "The pack on paper", tabIndex: -1, ariaHidden: "true" });
  document.body.append(frame);
  const inside = /** @type {Document} */ (frame.contentDocument);
  inside.write(emptyPage); // without it a frame is laid out by the rules of the nineties
  inside.close();
  await Promise.all(sheets.map((href) => loaded(inside, href)));
  const pack = inside.importNode(element("div", { className: "pack" }), true);
  const boxes = parts.map((part) => {
    const box = element("div", { className: "measured" }, part.cloneNode(true));
    pack.append(box);
    return box;
  });
  const article = element("article", { className: "md-typeset" }, pack);
  inside.body.append(article);
  const counts = boxes.map((box) => box.firstElementChild?.getClientRects().length ?? 1);
  frame.remove();
  return counts;
};

/**
 * @param {Document} inside
 * @param {string} href
 */
const loaded = (inside, href) =>
  new Promise((done) => {
    const link = Object.assign(inside.createElement("link"), { rel: "stylesheet", href, onload: done, onerror: done });
    inside.head.append(link);
  });
