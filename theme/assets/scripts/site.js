// What every page does better with a script. Each part works without this one.
const page = new URL("../../search/", import.meta.url);
const search = () => import("./search/dialog.js");
/** @param {string} [text] */
const opened = (text) => void search().then((it) => it.open(text)).catch(() => location.assign(page));
const query = new URLSearchParams(location.search).get("q");
const say = document.body.appendChild(document.createElement("p"));
say.className = "say";
say.setAttribute("role", "status");

// A page or a section is shared in a panel; without it, its link leads there.
document.addEventListener("click", (event) => {
  /** @type {HTMLAnchorElement | null} */
  const link = /** @type {Element} */ (event.target).closest(".heading-link, .share");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void import("./share.js").then((it) => it.share(link)).catch(() => location.assign(link.href));
});

// A menu that the keyboard has left covers nothing.
/** @type {HTMLElement | null} */
const menu = document.querySelector("#menu");
addEventListener("focusin", ({ target }) => {
  if (!menu?.contains(/** @type {Node} */ (target))) menu?.hidePopover?.();
});

// On paper the numbers stand at the foot of each further side, where the browser can write there.
addEventListener("beforeprint", () => {
  const numbers = [...document.querySelectorAll(".top .act-line a")].map((one) => one.textContent?.replace(/\s+/g, " ")).join("   |   ");
  document.documentElement.style.setProperty("--numbers", JSON.stringify(numbers));
});

// Search opens over the page; its own page needs no opening.
/** @type {NodeListOf<HTMLAnchorElement>} */
const ways = document.querySelectorAll("[data-search-open]");
for (const link of ways) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    opened();
  });
}
document.addEventListener("keydown", (event) => {
  const typing = /** @type {Element} */ (event.target).closest("input, textarea, select, [contenteditable]");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
  if (!slash && !k) return;
  event.preventDefault();
  opened();
});
/** @type {HTMLElement | null} */
const place = document.querySelector("[data-search-here]");
// Without the script, the list of every page below stands.
if (place) search().then((it) => it.mount(place, query || "")).catch(() => {});
else if (query) opened(query);

// A page that somebody is about to open is fetched a moment before: never a file to take away, never
// one of another site, never twice, and not for a reader who saves data.
const HESITATION = 80; // ms that a mouse rests on a link
const near = new Set([location.pathname]);
let resting = 0;
/**
 * @param {Event} event
 * @param {number} delay
 */
const fetchSoon = (event, delay) => {
  clearTimeout(resting);
  // The whole page can have the focus, and lies in no element.
  const at = /** @type {Partial<Element>} */ (event.target);
  const link = /** @type {HTMLAnchorElement | null | undefined} */ (at.closest?.("a[href]"));
  if (!link || link.origin !== location.origin || !link.pathname.endsWith("/")) return;
  if (near.has(link.pathname) || navigator.connection?.saveData) return;
  resting = setTimeout(() => {
    near.add(link.pathname);
    fetch(link.pathname, { priority: "low" }).catch(() => near.delete(link.pathname));
  }, delay);
};
addEventListener("pointerover", (event) => fetchSoon(event, HESITATION));
addEventListener("focusin", (event) => fetchSoon(event, HESITATION));
addEventListener("touchstart", (event) => fetchSoon(event, 0), { passive: true });

// A part that does not come leaves its page as it is.
if (document.querySelector(".term")) void import("./terms.js");
if (document.querySelector(".contents")) void import("./contents.js");
if (document.querySelector(".filters")) void import("./filters.js");
if (document.querySelector(".deadlines")) void import("./deadlines.js");
if (document.querySelector(".pack-about")) void import("./pack/pack.js");
if (document.querySelector(".check")) void import("./check.js");
if (document.querySelector("[data-digest]")) void import("./digest.js");
if (document.querySelector("[data-keep]")) void import("./keep/button.js");
if (document.querySelector("[data-handbook]")) void import("./handbook.js");
if (navigator.serviceWorker?.controller) void import("./keep/line.js");
