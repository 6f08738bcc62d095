// Leaves the site at once: the link, or Escape pressed three times. It clears no history.
const link = /** @type {HTMLAnchorElement} */ (document.querySelector(".exit-link"));
const leave = () => {
  document.documentElement.hidden = true;
  location.replace(link.href);
};
/** @type {number[]} */
let presses = [];

link.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.repeat) return; // a key held down is one press
  presses = [...presses, event.timeStamp].slice(-3);
  const [first = 0] = presses;
  if (presses.length === 3 && event.timeStamp - first < 3000) leave();
});
