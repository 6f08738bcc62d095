// Which concerns of the built page each question finds: JSON in (lines, then questions), JSON out.
import { readFileSync } from "node:fs";
import { built, importScripts } from "./search.js";

/** @type {{ lines: Line[], questions: string[] }} */
const { lines, questions } = JSON.parse(readFileSync(0, "utf8"));
/** @type {Extract<FromRanking, { order: number[] }>[]} */
const told = [];
const scope = Object.assign(globalThis, {
  self: globalThis,
  location: { href: "https://guide.test/assets/scripts/search/ranking-worker.js" },
  importScripts,
  fetch: async (/** @type {URL} */ { pathname }) => ({ json: async () => JSON.parse(built(pathname.slice(1))) }),
  postMessage: (/** @type {FromRanking} */ message) => void ("order" in message && told.push(message)),
  onmessage: async (/** @type {{ data: ToRanking }} */ _) => {},
});
importScripts("ranking-worker.js");
await scope.onmessage({ data: { lines } });
for (const [id, text] of questions.entries()) await scope.onmessage({ data: { id, text } });
process.stdout.write(JSON.stringify(told.map(({ order, sure }) => ({ sure, order: order.map((number) => lines[number]?.id) }))));
