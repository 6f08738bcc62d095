// The buttons of about/offline/: keep the guide on this phone, and remove it again.
import { ask, copied, forget, list, possible, worker } from "./copy.js";

const place = /** @type {HTMLElement} */ (document.querySelector("[data-keep]"));
const said = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
const buttons = document.createElement("p");
/**
 * @param {string} words
 * @param {string} look
 */
const button = (words, look) => {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: look, textContent: words, hidden: true });
  buttons.append(made);
  return made;
};
const keep = button("Keep on this phone", "button");
const remove = button("Remove from this phone", "button button-quiet");
const FAILED = "Nothing was kept: not all of it came. Try again where the signal is better.";
/** @type {KeptList | undefined} */
let offered;

/** @param {number} bytes */
const size = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
/** @param {number} [since] */
const day = (since) => new Date(since ?? 0).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** @param {string} [first] what to say before what is there */
const show = async (first = "") => {
  const kept = await copied();
  const state = kept
    ? `${kept.pages} pages are kept on this phone since ${day(kept.since)}, as the guide was on ${kept.date}. They take ${size(kept.room)} of room.`
    : offered?.stop
      ? "Keeping is switched off for now."
      : offered
        ? `Nothing is kept. ${offered.pages} pages would take ${size(offered.room)} of room, and some ${size(offered.travels)} of data to fetch.`
        : "Nothing is kept, and there is no network to fetch it now.";
  said.textContent = `${first} ${state}`.trim();
  keep.hidden = Boolean(kept) || !offered || Boolean(offered.stop);
  remove.hidden = !kept;
};

const start = async () => {
  keep.disabled = true;
  said.textContent = "Fetching…";
  try {
    await navigator.serviceWorker.register(worker, { updateViaCache: "none" });
    const { active } = await navigator.serviceWorker.ready;
    const ended = await new Promise((done) => ask(/** @type {ServiceWorker} */ (active), "keep", ({ came, ended: how }) => {
      if (came) said.textContent = `Fetching: ${came} of ${Object.keys(offered?.files ?? {}).length} files.`;
      if (how) done(how);
    }));
    if (ended === "failed") throw new Error(FAILED);
    await show();
    remove.focus();
  } catch {
    await forget();
    await show(FAILED);
  }
  keep.disabled = false;
};

if (possible) {
  place.append(buttons);
  keep.addEventListener("click", () => void start());
  remove.addEventListener("click", () => void forget().then(() => show("Removed.")).then(() => keep.focus()));
  offered = await fetch(list, { cache: "no-cache" }).then((answer) => answer.json()).catch(() => undefined);
  await show();
} else {
  said.textContent = "This browser cannot keep pages.";
}
