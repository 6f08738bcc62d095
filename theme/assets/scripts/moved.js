// Leads from an old address to the page of today, and to the same part of it.
const way = /** @type {HTMLAnchorElement} */ (document.querySelector("main a"));
location.replace(way.href + location.hash);
