// What is kept on this phone, as a page sees it. keep.js, at the site's base, does the keeping.
import { runnable } from "../trusted.js";

const base = new URL("../../../", import.meta.url).href;
const named = `kept ${base} `;
export const list = new URL("kept.json", base);
export const worker = new URL("keep.js", base);
export const possible = "serviceWorker" in navigator && "caches" in window;
export const FAILED = "Nothing was kept: not all of it came. Try again where the signal is better.";
export const OFF = "Keeping is switched off for now.";

/**
 * The list of the newest whole copy, if there is one, and a worker to show it.
 * @returns {Promise<KeptList | undefined>}
 */
export const copied = async () => {
  if (!(await navigator.serviceWorker.getRegistration(base))) return undefined;
  const names = (await caches.keys()).filter((name) => name.startsWith(named));
  const found = await Promise.all(names.map((name) => caches.match(list, { cacheName: name })));
  return found.filter(Boolean).at(-1)?.json();
};

/** Takes away all that was kept, and what keeps it. */
export const forget = async () => {
  const registration = await navigator.serviceWorker.getRegistration(base);
  await registration?.unregister();
  for (const name of await caches.keys()) if (name.startsWith(named)) await caches.delete(name);
};

/**
 * Asks the worker. What it tells after it has `ended` is of no use any more.
 * @param {ServiceWorker} asked
 * @param {ToKeeper} what
 * @param {(answer: FromKeeper) => void} hear
 */
export const ask = (asked, what, hear) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    if (data.ended) port1.close();
    hear(data);
  };
  asked.postMessage(what, [port2]);
};

/**
 * Ends when a worker has come to this state, or is done away with before.
 * @param {ServiceWorker} one
 * @param {ServiceWorkerState} [state]
 */
const comesTo = (one, state = "redundant") => new Promise((end) => {
  const look = () => [state, "redundant"].includes(one.state) && end(one.state);
  one.addEventListener("statechange", look);
  look();
});

/**
 * Ends when what was asked for is done. Where it fails, what was kept before stays.
 * @param {ToKeeper} what
 * @param {(came: number) => void} [tell]
 */
export const done = async (what, tell = () => {}) => {
  try {
    const { active, waiting, installing } = await navigator.serviceWorker.register(runnable(worker), { updateViaCache: "none" });
    const asked = active ?? waiting ?? installing;
    if (!asked) throw new Error(FAILED);
    await comesTo(asked, "activated");
    const answered = new Promise((end) => ask(asked, what, ({ came, ended: how }) => {
      if (came) tell(came);
      if (how) end(how);
    }));
    // A worker that another tab does away with never answers.
    const ended = await Promise.race([answered, comesTo(asked)]);
    if (ended === "failed" || (ended === "redundant" && !(await copied()))) throw new Error(FAILED);
  } finally {
    if (!(await copied())) await forget(); // nothing came, or another tab removed it meanwhile
  }
};
