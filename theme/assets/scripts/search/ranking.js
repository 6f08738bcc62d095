// The items of a list that fit some words, best first, by the engine of search. Nothing leaves the phone.
import { runnable } from "../trusted.js";

/**
 * @param {HTMLElement} item
 * @returns {Line}
 */
const line = (item) => ({
  id: item.id.replace("concern-", ""),
  title: item.querySelector("summary")?.firstChild?.textContent?.trim() ?? "",
  guide: /** @type {HTMLAnchorElement} */ (item.querySelector("[data-guide]")).href,
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
