// An old link to a part that is now on another page leads on to it.
const lead = () => {
  const place = document.getElementById(location.hash.slice(1));
  /** @type {HTMLAnchorElement | null | undefined} */
  const way = place?.matches(".part-elsewhere") ? place.querySelector("[data-onward]") : null;
  if (way) location.replace(way.href);
};
addEventListener("hashchange", lead);
lead();
