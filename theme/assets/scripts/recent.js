// Says which items of a list are recent: that follows from the reader's day, which no build knows. A
// date is kept in the browser only when the reader asks for it.
import { firstDay, written } from "./since.js";

const KEPT = "changes-read";

/** The day that the reader asked to keep; some browsers let nothing be kept. */
const kept = () => {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
};

/**
 * Gives each item the choices of time that it fits, and the reader a way to keep a date.
 * @param {HTMLFormElement} form
 */
export const mark = (form) => {
  const field = /** @type {HTMLSelectElement} */ (form.querySelector("[name=since]"));
  const box = /** @type {HTMLElement} */ (form.parentElement?.querySelector(".kept"));
  const said = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
  const keep = /** @type {HTMLButtonElement} */ (box.querySelector("[name=keep]"));
  const forget = /** @type {HTMLButtonElement} */ (box.querySelector("[name=forget]"));
  /** @type {NodeListOf<HTMLElement>} */
  const items = document.querySelectorAll(`#${form.dataset.filters} [data-item]`);
  const own = Object.assign(document.createElement("option"), { value: "kept" });
  const today = new Date();

  const draw = () => {
    const day = kept();
    forget.disabled = !day;
    own.textContent = day && `I last said that I had read these (${day})`;
    if (day) field.append(own);
    else own.remove();
    /** @type {[string, string][]} */
    const firsts = [...field.options].slice(1).map(({ value }) => [value, value === own.value && day ? day : firstDay(value, today)]);
    for (const item of items) {
      const told = item.querySelector("time")?.dateTime ?? "";
      item.dataset.since = firsts.flatMap(([value, first]) => (told >= first ? [value] : [])).join(" ");
    }
    form.dispatchEvent(new Event("input"));
  };

  keep.addEventListener("click", () => {
    try {
      localStorage.setItem(KEPT, written(today));
      said.textContent = "Kept in this browser. Next time, choose it under Since.";
    } catch {
      said.textContent = "This browser lets no page keep anything.";
    }
    draw();
  });
  forget.addEventListener("click", () => {
    localStorage.removeItem(KEPT);
    said.textContent = "Nothing is kept any more.";
    keep.focus(); // the button that was pressed can be pressed no more
    draw();
  });
  keep.disabled = false;
  draw();
};
