// Offers the whole guide as one file, with its size and its day, where that file has been made.
const place = /** @type {HTMLElement} */ (document.querySelector("[data-handbook]"));
const folder = new URL(place.dataset.handbook ?? "", location.href);

/**
 * @param {string} name
 * @param {string} words
 */
const link = (name, words) => {
  const made = document.createElement("a");
  made.href = new URL(name, folder).href;
  made.textContent = words;
  return made;
};
const size = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/** @type {Handbook} */
const { date, html, pdf } = await fetch(new URL("handbook.json", folder)).then((answer) => answer.json());
if (date) {
  place.replaceChildren(
    `As it was on ${date}: `,
    link("handbook.pdf", `Handbook to print or read (PDF, ${size(pdf)})`),
    " and ",
    link("handbook.html", `Handbook that opens without a network (HTML, ${size(html)})`),
    ".",
  );
} else place.textContent = "The file has not been made for this copy of the site.";
