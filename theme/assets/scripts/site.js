// What every page does better with a script. Each part works without this one.
const page = new URL("../../search/", import.meta.url);
const search = () => import("./search/dialog.js");
/** @param {string} [text] */
const opened = (text) => search().then((it) => it.open(text)).catch(() => location.assign(page.href));
const query = new URLSearchParams(location.search).get("q");
const say = document.body.appendChild(document.createElement("p"));
say.className = "say";
say.setAttribute("role", "status");

let saying = 0;

// Copy a section's address: the link goes there anyway.
document.addEventListener("click", async ({ target }) => {
  const link = target instanceof Element && target.closest(".heading-link");
  if (!(link instanceof HTMLAnchorElement)) return;
  try {
    await navigator.clipboard.writeText(link.href);
    say.textContent = "Link copied";
  } catch {
    say.textContent = "The link is now in the address bar";
  }
  clearTimeout(saying);
  saying = setTimeout(() => say.replaceChildren(), 3000);
});

// Search opens over the page; its own page needs no opening.
/** @type {NodeListOf<HTMLElement>} */
const entries = document.querySelectorAll("[data-search-open]");
for (const link of entries) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    opened();
  });
}
document.addEventListener("keydown", (event) => {
  const { target } = event;
  const typing = target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
  if (!slash && !k) return;
  event.preventDefault();
  opened();
});
const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-here]"));
// Without the script, the list of every page below stands.
if (place) search().then((it) => it.mount(place, query || "")).catch(() => {});
else if (query) opened(query);

// A page that somebody is about to open is fetched a moment before: never a file to take away, never
// one of another site, never twice, and not for a reader who saves data.
const HESITATION = 80; // ms that a mouse rests on a link
const near = new Set([location.pathname]);
let resting = 0;
/** @param {Event} event @param {number} delay */
const fetchSoon = ({ target }, delay) => {
  clearTimeout(resting);
  const link = target instanceof Element && target.closest("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin || !link.pathname.endsWith("/")) return;
  if (near.has(link.pathname) || navigator.connection?.saveData) return;
  resting = setTimeout(() => {
    near.add(link.pathname);
    fetch(link.pathname, { priority: "low" }).catch(() => near.delete(link.pathname));
  }, delay);
};
addEventListener("pointerover", (event) => fetchSoon(event, HESITATION));
addEventListener("focusin", (event) => fetchSoon(event, HESITATION));
addEventListener("touchstart", (event) => fetchSoon(event, 0), { passive: true });

if (document.querySelector(".term")) import("./terms.js");
if (document.querySelector(".contents")) import("./contents.js");
if (document.querySelector(".filters")) import("./filters.js");
if (document.querySelector(".deadlines")) import("./deadlines.js");
