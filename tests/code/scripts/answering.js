// What the built search answers to the questions of the files named: JSON, a list for each file.
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { built, builtPages, importScripts } from "./search.js";

importScripts("index.js", "model.js", "weighing.js");
const [small, text, words, learned] = ["small", "text", "words", "model"].map((name) => JSON.parse(built(`search/${name}.json`)));
const answer = runInThisContext(`(small, text, pages, words, learned) => {
  const shelf = { pages, known: spellings(pages, words), place: words.place, names: thesaurus(words) };
  const [narrow, wide] = [small, text].map(unpacked);
  const situations = model(learned);
  return (question) => {
    const asked = concepts(question, shelf.names);
    const first = ranked({ ...shelf, indexes: [narrow] }, asked);
    const named = first.sure && !isSituation(question);
    const found = named || isSituation(question) ? first : ranked({ ...shelf, indexes: [narrow, wide] }, asked);
    const { list, fit, atFirst } = named ? { ...first, fit: "first", atFirst: Infinity } : weighed(pages, question, found.list, situations);
    return { features: [...featuresOf(question, situations.kinds)].sort(), fit, shown: Math.min(atFirst, 3), titles: list.slice(0, 3).map(({ page }) => page.title), addresses: list.slice(0, 3).map(({ page }) => "/" + page.address) };
  };
}`)(small, text, builtPages(), words, learned);
const lines = (/** @type {string} */ file) => readFileSync(file, "utf8").split("\n").filter(Boolean);
process.stdout.write(JSON.stringify(process.argv.slice(2).map((file) => lines(file).map((line) => answer(line.split("\t")[0] ?? "")))));
