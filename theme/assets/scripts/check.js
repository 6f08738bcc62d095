// Says on the page whether a copy is current. The answers are files of this site; nothing is sent.
import { readings } from "./code.js";
import { pageAt } from "./page.js";

const form = /** @type {HTMLFormElement} */ (document.querySelector(".check"));
const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
const found = /** @type {HTMLElement} */ (form.querySelector(".check-found"));

/** @param {string} address */
const fetched = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  return answer;
};
/**
 * A sentence, and a link below it where there is one.
 * @param {string} text
 * @param {string} [address]
 * @param {string} [name]
 */
const say = (text, address, name) => {
  const line = document.createElement("p");
  line.textContent = text;
  if (address) line.append(" ", Object.assign(document.createElement("a"), { href: address, textContent: name }));
  found.replaceChildren(line);
};

/**
 * The answer as it stands at the copy's own address.
 * @param {string} address
 */
const show = async (address) => {
  const page = await pageAt(address);
  const answer = /** @type {HTMLElement} */ (page.querySelector(".answer"));
  for (const link of answer.querySelectorAll("a")) link.href = new URL(link.getAttribute("href") ?? "", address).href;
  found.replaceChildren(document.adoptNode(answer));
};

/** @param {[code: string, number: number]} reading */
const named = ([code, number]) => (number ? `${code}-${number}` : `${code} without a number`);
let asked = 0;
const check = async () => {
  const mine = ++asked;
  const typed = field.value.trim();
  if (!typed) return say("Type the code that stands at the foot of your copy, such as g32-2.");
  const go = form.action;
  /** @type {Codes} */
  const codes = await (await fetched(`${go}codes.json`)).json();
  const [first, second] = readings(typed, codes);
  if (mine !== asked) return; // another code was typed meanwhile
  if (!first) return say(`“${typed}” is not a code of this guide. Look at it once more: letters, a number, a hyphen and a number, such as g32-2.`, go, "Every page with its code");
  if (second) return say(`“${typed}” may be two codes: ${named(first)} or ${named(second)}. Type it with its hyphen.`);
  const [code, number] = first;
  if (!number) return say("This is the code of a page, without the number of a copy. Older copies carry none: compare the days at the foot of both, or print it anew.", `${go}${code}/`, "The page of today");
  if (number > (codes[code] ?? 0)) return say("This number is newer than what your browser has kept of this guide. Open this page again with a connection, or compare your copy with the page.", `${go}${code}/`, "The page");
  await show(`${go}${code}-${number}/`);
};
const tried = () => check().catch(() => say("The answer did not come. Check your connection and try again. Until then do not rely on the copy: call the numbers at the top."));

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void tried();
});
/** @type {HTMLButtonElement} */ (form.querySelector("button")).disabled = false;
/** A link such as /about/check/#g32-2 brings its code along. */
const brought = () => {
  if (!/^#[\w-]+$/.test(location.hash) || document.getElementById(location.hash.slice(1))) return;
  field.value = location.hash.slice(1);
  void tried();
};
addEventListener("hashchange", brought);
brought();
