// A term's meaning beside the term: on hover, touch and keyboard. Without this the link leads to
// the list of words at the end of the page.
const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const tip = main.appendChild(document.createElement("div"));
tip.className = "tip";
tip.id = "tip";
tip.setAttribute("role", "tooltip");
tip.hidden = true;
/** @type {HTMLAnchorElement | null} */
let shown = null;
let leaving = 0;

/** @param {HTMLAnchorElement} term */
const show = (term) => {
  clearTimeout(leaving);
  if (shown === term) return;
  hide();
  const meaning = document.getElementById(term.hash.slice(1))?.querySelector("dd");
  tip.replaceChildren(...[...(meaning?.childNodes ?? [])].map((node) => node.cloneNode(true)));
  tip.hidden = false;
  const box = term.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 16);
  const below = box.bottom + tip.offsetHeight + 16 < innerHeight || box.top < innerHeight / 2;
  const around = /** @type {Element} */ (tip.offsetParent).getBoundingClientRect();
  tip.style.left = `${Math.max(16, left) - around.left}px`;
  tip.style.top = `${(below ? box.bottom + 8 : box.top - tip.offsetHeight - 8) - around.top}px`;
  term.setAttribute("aria-describedby", "tip");
  shown = term;
};
const hide = () => {
  shown?.removeAttribute("aria-describedby");
  tip.hidden = true;
  shown = null;
};
const leave = () => (leaving = setTimeout(hide, 200));

/** @type {NodeListOf<HTMLAnchorElement>} */
const terms = document.querySelectorAll(".term");
for (const term of terms) {
  term.addEventListener("mouseenter", () => show(term));
  term.addEventListener("mouseleave", leave);
  term.addEventListener("focus", () => show(term));
  // Under what the keyboard reaches next it stands no longer.
  term.addEventListener("blur", ({ relatedTarget }) => (relatedTarget ? hide() : leave()));
  term.addEventListener("click", (event) => {
    event.preventDefault();
    show(term);
  });
}
tip.addEventListener("mouseenter", () => clearTimeout(leaving));
tip.addEventListener("mouseleave", leave);
document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
document.addEventListener("click", ({ target }) => /** @type {Element} */ (target).closest(".term, .tip") || hide());
// On a slow connection somebody may be at a term before this is.
/** @type {HTMLAnchorElement | null} */
const early = document.querySelector(".term:focus, .term:hover");
if (early) show(early);
