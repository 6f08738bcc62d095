// Leaves the site at once: the link, or Escape pressed three times. It clears no history.
const link = document.querySelector(".exit-link");
const leave = () => {
  document.documentElement.hidden = true;
  location.replace(link.href);
};
let presses = [];

link.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.repeat) return; // a key held down is one press
  presses = [...presses, event.timeStamp].slice(-3);
  if (presses.length === 3 && presses[2] - presses[0] < 3000) leave();
});
