// What every page does better with a script. Each part works without this one.
const page = new URL("../../search/", import.meta.url);
const search = () => import("./search-dialog.js");
const opened = (text) => search().then((it) => it.open(text)).catch(() => location.assign(page));
const query = new URLSearchParams(location.search).get("q");
const say = document.body.appendChild(document.createElement("p"));
say.className = "say";
say.setAttribute("role", "status");

// Copy a section's address: the link goes there anyway.
document.addEventListener("click", async (event) => {
  const link = event.target.closest(".heading-link");
  if (!link) return;
  try {
    await navigator.clipboard.writeText(link.href);
    say.textContent = "Link copied";
  } catch {
    say.textContent = "The link is now in the address bar";
  }
  setTimeout(() => (say.textContent = ""), 3000);
});

// Search opens over the page; its own page needs no opening.
for (const link of document.querySelectorAll("[data-search-open]")) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    opened();
  });
}
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
  if (!slash && !k) return;
  event.preventDefault();
  opened();
});
const place = document.querySelector("[data-search-here]");
if (place) search().then((it) => it.mount(place, query || ""));
else if (query) opened(query);

if (document.querySelector(".term")) import("./terms.js");
if (document.querySelector(".contents")) import("./contents.js");
if (document.querySelector(".filters")) import("./filters.js");
if (document.querySelector(".deadlines")) import("./deadlines.js");
