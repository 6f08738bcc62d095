// The items of a list that fit some words, best first, by the engine of search. Nothing leaves the phone.
import { runnable } from "../trusted.js";

const LITTLE_ROOM = 520; // pixels

/**
 * Lays the items out: nearest first on a shelf of their own right under the form, or each at its place.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} list
 * @param {HTMLElement[]} items
 */
export const ordering = (form, list, items) => {
  const homes = new Map(items.map((item) => [item, item.parentElement]));
  const nearest = document.createElement("div");
  nearest.dataset.shelf = "";
  nearest.hidden = true;
  const name = nearest.appendChild(document.createElement("p")).appendChild(document.createElement("strong"));
  list.prepend(nearest);
  return (/** @type {HTMLElement[] | null} */ fitting, /** @type {boolean} */ sure) => {
    if (fitting) form.dataset.asked = sure ? "sure" : "unsure";
    else delete form.dataset.asked;
    name.textContent = sure ? "Nearest to your words first" : "Not sure which fits: nearest first";
    // Above a keyboard there is little room: the box goes up, so that the first answer is seen.
    if (fitting && form.contains(document.activeElement) && (visualViewport?.height ?? innerHeight) < LITTLE_ROOM) form.scrollIntoView();
    if (!fitting && !nearest.querySelector("[data-item]")) return;
    // A shelf keeps its order only if all its items are put back.
    for (const item of items) homes.get(item)?.append(item);
    nearest.append(...(fitting ?? []));
  };
};

/**
 * @param {HTMLElement} item
 * @returns {Line}
 */
const line = (item) => ({
  id: item.id.replace("concern-", ""),
  title: item.querySelector("summary")?.firstChild?.textContent?.trim() ?? "",
  guide: /** @type {HTMLAnchorElement} */ (item.querySelector("p:last-child a")).href,
  card: /** @type {Line["card"]} */ (/** @type {HTMLElement} */ (item.querySelector("[data-card]")).dataset.card),
});

/**
 * Ask by calling what this gives.
 * @param {HTMLElement[]} items
 * @param {(found: HTMLElement[], sure: boolean) => void} answered hears of the newest question only
 * @param {() => void} failed hears that there is no engine
 */
export const ranking = (items, answered, failed) => {
  const worker = new Worker(runnable(new URL("ranking-worker.js", import.meta.url)));
  let last = 0;
  /** @param {ToRanking} message */
  const tell = (message) => worker.postMessage(message);
  const stop = () => (worker.terminate(), failed());
  worker.onerror = stop;
  /** @param {MessageEvent<FromRanking>} event */
  worker.onmessage = ({ data }) => {
    if ("failed" in data) stop();
    else if ("order" in data && data.id === last) answered(data.order.flatMap((number) => items[number] ?? []), data.sure);
  };
  tell({ lines: items.map(line) });
  return (/** @type {string} */ text) => tell({ id: (last += 1), text });
};
