// The buttons of about/offline/: keep the guide on this phone, and remove it, or a pack, again.
import { element } from "../element.js";
import { FAILED, OFF, copied, done, forget, list, possible } from "./copy.js";

const place = /** @type {HTMLElement} */ (document.querySelector("[data-keep]"));
const said = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
const site = new URL("../../../", import.meta.url);
/**
 * @param {string} words
 * @param {string} look
 */
const button = (words, look) => element("button", { type: "button", className: look, textContent: words, hidden: true });
const keep = button("Keep on this phone", "button");
const remove = button("Remove from this phone", "button button-quiet");
const packs = element("ul", { className: "links", hidden: true });
/** @type {KeptList | undefined} */
let offered;

/** @param {number} bytes */
const size = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
/** @param {number} [since] */
const day = (since) => new Date(since ?? 0).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });

/**
 * @param {KeptPack} pack
 * @param {string} [home] the page that opens it
 */
const line = ({ title, hash, since }, home = "") => {
  const out = element("button", { type: "button", className: "button button-quiet", ariaLabel: `Remove the pack: ${title}` }, "Remove");
  out.addEventListener("click", async () => {
    await done({ without: hash });
    await show("The pack is removed.");
    remove.focus();
  });
  const link = element("a", { href: new URL(home + hash, site) }, title);
  return element("li", {}, element("p", {}, "Pack: ", link), element("p", {}, `Kept since ${day(since)}. `, out));
};

/** @param {string} [first] what to say before what is there */
const show = async (first = "") => {
  const kept = await copied();
  const state = kept
    ? `${kept.pages.length} pages are kept on this phone since ${day(kept.since)}, as the guide was on ${kept.date}. They take ${size(kept.room)} of room.`
    : offered?.stop
      ? OFF
      : offered
        ? `Nothing is kept. ${offered.pages.length} pages would take ${size(offered.room)} of room, and some ${size(offered.travels)} of data to fetch.`
        : "Nothing is kept, and there is no network to fetch it now.";
  said.textContent = `${first} ${state}`.trim();
  packs.replaceChildren(...(kept?.packs ?? []).map((pack) => line(pack, kept?.tool[0])));
  packs.hidden = !kept?.packs?.length;
  keep.hidden = Boolean(kept) || !offered || Boolean(offered.stop);
  remove.hidden = !kept;
};

const start = async () => {
  keep.disabled = true;
  said.textContent = "Fetching…";
  try {
    const all = Object.keys(offered?.files ?? {}).length;
    await done({ keep: true }, (came) => (said.textContent = `Fetching: ${came} of ${all} files.`));
    await show();
    remove.focus();
  } catch {
    await show(FAILED);
  }
  keep.disabled = false;
};

const CANNOT = "This browser cannot keep pages.";
const begin = async () => {
  await caches.keys(); // a browser that is told to store nothing refuses here
  place.append(packs, element("p", {}, keep, remove));
  keep.addEventListener("click", () => void start());
  remove.addEventListener("click", () => void forget().then(() => show("Removed.")).then(() => keep.focus()));
  offered = await fetch(list, { cache: "no-cache" }).then((answer) => answer.json()).catch(() => undefined);
  await show();
};
if (possible) begin().catch(() => (said.textContent = CANNOT));
else said.textContent = CANNOT;
