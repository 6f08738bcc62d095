// The items of a list that fit some words, best first, by the engine of search. Nothing leaves the phone.
/** @param {Node | null | undefined} part */
const said = (part) => part?.textContent?.trim() ?? "";
/** @param {HTMLElement} item */
const line = (item) => {
  const guide = /** @type {HTMLAnchorElement} */ (item.querySelector("a[data-about]"));
  const call = /** @type {HTMLElement} */ (item.querySelector("[data-card]"));
  return {
    title: said(item.querySelector("summary")?.firstChild),
    about: [...item.querySelectorAll("[data-about]")].map(said).join(" "),
    guide: guide.href,
    card: call.dataset.card,
  };
};

/**
 * Ask by calling what this gives; `answered` hears of the newest question only, `failed` that there is no engine.
 * @param {HTMLElement[]} items @param {(fitting: HTMLElement[]) => void} answered @param {() => void} failed
 */
export const ranking = (items, answered, failed) => {
  const worker = new Worker(new URL("ranking-worker.js", import.meta.url));
  let last = 0;
  const stop = () => {
    worker.terminate();
    failed();
  };
  worker.onerror = stop;
  worker.onmessage = (/** @type {MessageEvent<FromRanking>} */ { data }) => {
    if (data.failed) stop();
    else if (data.order && data.id === last) answered(data.order.flatMap((number) => items[number] ?? []));
  };
  worker.postMessage({ lines: items.map(line) });
  return (/** @type {string} */ text) => {
    last += 1;
    worker.postMessage({ id: last, text });
  };
};
