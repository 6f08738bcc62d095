// The items of a list that fit some words, best first, by the engine of search. Nothing leaves the phone.
const said = (part) => part.textContent.trim();
const line = (item) => ({
  title: said(item.querySelector("summary").firstChild),
  about: [...item.querySelectorAll("[data-about]")].map(said).join(" "),
  guide: item.querySelector("a[data-about]").href,
  card: item.querySelector("[data-card]").dataset.card,
});

// Ask by calling what this gives; `answered` hears of the newest question only, `failed` that there is no engine.
export const ranking = (items, answered, failed) => {
  const worker = new Worker(new URL("ranking-worker.js", import.meta.url));
  let last = 0;
  const stop = () => (worker.terminate(), failed());
  worker.onerror = stop;
  worker.onmessage = ({ data }) => {
    if (data.failed) stop();
    else if (data.order && data.id === last) answered(data.order.map((number) => items[number]));
  };
  worker.postMessage({ lines: items.map(line) });
  return (text) => worker.postMessage({ id: (last += 1), text });
};
