// On a phone that keeps the guide: a kept page says so and from which day it is.
import { ask, forget, worker } from "./copy.js";

const article = /** @type {HTMLElement} */ (document.querySelector("article"));
const keeper = /** @type {ServiceWorker} */ (navigator.serviceWorker.controller);

/** @param {string} date */
const say = (date) => {
  const sheet = document.createElement("link");
  Object.assign(sheet, { rel: "stylesheet", href: new URL("../../keep.css", import.meta.url).href });
  document.head.append(sheet);
  const line = document.createElement("p");
  const again = document.createElement("a");
  line.className = "kept-line";
  again.href = location.href;
  again.textContent = "Try for the newest";
  line.append(`Kept copy of ${date}. You may be offline, and numbers may have changed since. `, again);
  again.addEventListener("click", (event) => (event.preventDefault(), location.reload()));
  article.prepend(line);
};
ask(keeper, {}, ({ date }) => date && say(date));

// Where the site no longer has what keeps, nothing is to be kept either.
fetch(worker, { method: "HEAD", cache: "no-store" })
  .then(({ status }) => (status === 404 || status === 410 ? forget() : undefined))
  .catch(() => {});
