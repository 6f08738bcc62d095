// Copies the changes of a quarter for a newsletter: as a letter takes them, and as plain text.
import { copyRich } from "./clipboard.js";

/**
 * A line as plain text, with the address of each link behind its words.
 * @param {Element} line
 */
const plain = (line) => {
  const copy = /** @type {Element} */ (line.cloneNode(true));
  for (const link of copy.querySelectorAll("a")) link.append(` ${link.href}`);
  return copy.textContent?.trim().replace(/\s+/g, " ") ?? "";
};

/** @type {NodeListOf<HTMLElement>} */
const quarters = document.querySelectorAll("[data-digest]");
for (const quarter of quarters) {
  const [letter, said, copy] = [quarter.querySelector("div"), quarter.querySelector("[role=status]"), quarter.querySelector("button")];
  if (!letter || !said || !copy) continue;
  copy.disabled = false;
  copy.addEventListener("click", async () => {
    const lines = [...letter.querySelectorAll("p, li")].map((line) => (line.matches("li") ? "- " : "\n") + plain(line));
    try {
      await copyRich(letter, lines.join("\n").trim());
      said.textContent = "Copied";
    } catch {
      said.textContent = "Not copied: select the text below and copy it";
    }
  });
}
