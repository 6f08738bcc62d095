// The contents list: open beside the page on a wide screen, and marking the part being read.
const list = /** @type {HTMLDetailsElement} */ (document.querySelector(".contents details"));
const wide = matchMedia("(min-width: 78em)");
const links = new Map([...list.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);

// What the reader opened, or stands in, stays open: only what was opened here is folded again.
let ours = false;
list.querySelector("summary")?.addEventListener("click", () => (ours = false));
const fold = () => {
  if (wide.matches && !list.open) list.open = ours = true;
  else if (!wide.matches && ours && !list.contains(document.activeElement)) list.open = ours = false;
};
wide.addEventListener("change", fold);
fold();

const READ = 128; // how near the top of the window a heading stands, in px, when its part is being read
const mark = () => {
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top < READ);
  const current = links.get(passed.at(-1)?.id ?? "");
  for (const link of links.values()) {
    link.classList.toggle("current", link === current);
    if (link === current) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
};
new IntersectionObserver(mark, { rootMargin: "0px 0px -80% 0px" }).observe(document.body);
for (const heading of headings) {
  new IntersectionObserver(mark, { rootMargin: `-${READ}px 0px 0px 0px`, threshold: [0, 1] }).observe(heading);
}
