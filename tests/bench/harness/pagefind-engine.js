// Pagefind as it comes: no option set; the five results that its own box draws first.
import { search } from "./pagefind/pagefind.js";

export const ask = async (question) => {
  const { results } = await search(question);
  const pages = await Promise.all(results.slice(0, 5).map((result) => result.data()));
  return { many: results.length, first: pages.map(({ url, meta }) => ({ address: url, title: meta.title })) };
};
