// How MiniSearch is set, the same where the index is built and where it is asked.
export const OPTIONS = {
  fields: ["title", "text"],
  storeFields: ["title"],
  searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2 } },
};
