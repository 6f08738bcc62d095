// What a script may start, and what it may write as markup: these files of the site, and an empty page.
// Browsers that know Trusted Types hold every script to it: there nothing else runs, and no text
// becomes markup.
const site = new URL("../../", import.meta.url);
const FILES = ["keep.js", "assets/scripts/search/worker.js", "assets/scripts/search/ranking-worker.js"];
const addresses = FILES.map((name) => new URL(name, site).href);

const rules = {
  createHTML: (/** @type {string} */ _text) => "<!doctype html>", // whatever is given
  createScriptURL: (/** @type {string} */ address) => {
    if (!addresses.includes(address)) throw new TypeError(`${address} may not run here`);
    return address;
  },
};
// The policy of every page knows this name, and lets it be taken once.
const policy = window.trustedTypes?.createPolicy("guide", rules) ?? rules;

export const emptyPage = policy.createHTML("");
/** The address of a script, as what starts it takes it. @param {URL} address */
export const runnable = ({ href }) => policy.createScriptURL(href);
