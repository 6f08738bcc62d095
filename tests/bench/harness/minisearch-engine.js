// MiniSearch with its index loaded whole; ten results, as many as our own box draws first.
import MiniSearch from "./minisearch.js";
import { OPTIONS } from "./minisearch-options.js";

const index = MiniSearch.loadJSON(await (await fetch("minisearch.json")).text(), OPTIONS);

export const ask = (question) => {
  const results = index.search(question);
  return { many: results.length, first: results.slice(0, 10).map(({ id, title }) => ({ address: id, title })) };
};
