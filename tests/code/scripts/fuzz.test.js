// Whatever somebody types or links to, reading it throws nothing and holds no phone up. In `make test` the
// tries are always the same; `make fuzz SECONDS=300` makes new ones for so long, from a seed that it prints.
import assert from "node:assert/strict";
import { cpuUsage, env } from "node:process";
import { test } from "node:test";
import { runInThisContext } from "node:vm";
import { readings } from "../../../theme/assets/scripts/code.js";
import { choiceIn } from "../../../theme/assets/scripts/pack/choice.js";
import { built, builtPages, importScripts, search } from "./search.js";

importScripts("index.js", "model.js", "weighing.js");
const { answered, concepts, nearest, spellings, thesaurus } = search;
const TRIES = 60;
const LONGEST = 200; // ms of one core to read one question: five times what the slowest took here
const seconds = Number(env.FUZZ_SECONDS ?? 0);
const seed = Number(env.FUZZ_SEED ?? (seconds ? Date.now() % 2 ** 32 : 20));

/** Numbers from 0 to 1, always the same from a seed (mulberry32). @param {number} state */
const chance = (state) => () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};
const next = chance(seed);
const upTo = (/** @type {number} */ most) => Math.floor(next() * most);
/** @template T @param {T[]} all @returns {T} */
const one = (all) => /** @type {T} */ (all[upTo(all.length)]);

const [words, learned] = ["words", "model"].map((name) => JSON.parse(built(`search/${name}.json`)));
const pages = builtPages();
const names = thesaurus(words);
const known = spellings(pages, words);
const featuresOf = runInThisContext("(learned) => { const { kinds } = model(learned); return (text) => [...featuresOf(text, kinds)]; }")(learned);
const codes = Object.fromEntries(Array.from({ length: 99 }, (_, at) => [`g${at}`, at % 7]));
const ways = new Map(Object.keys(codes).map((code) => [code, code]));

const ODD = [
  "", " ", "\0", "\n", "\t", "'", "’", "\"", "`", "\\", "$&", "%", "%E0%A4%A", "&", "?", "#", "<img src=x onerror=alert(1)>", "{{", "${", "()", "[", "]", "(?:", ".*", "+", "*", "^", "~1", ":",
  "\u0301", "\u202e", "\ufeff", "\ud800", "\udfff", "ﬃ", "ß", "İ", "ſ", "…", "½", "😀", "👩‍👧", "مرحبا", "你好", "s47", "section", "999", "2026-12-03", "-1", "1e309",
  "__proto__", "constructor", "toString", "hasOwnProperty", "undefined", "NaN", "go/", "code ", "t=", "&p=", "&d=", "g3-2", "g1O", "lo", "q".repeat(9999), "1".repeat(9999),
];
const slipped = (/** @type {string} */ word) => {
  const at = upTo(word.length + 1);
  return one([word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + one(["a", "s", "zq"]) + word.slice(at), word.repeat(1 + upTo(40)), word.toUpperCase()]);
};
const something = () => {
  const size = one([1, 2, 4, 12, 60, 600]);
  const parts = Array.from({ length: size }, () => (next() < 0.4 ? one(ODD) : next() < 0.5 ? one(known) : slipped(one(known))));
  return parts.join(one(["", " ", " ", ", ", "-"])).slice(0, 20_000);
};

/** Whatever is read of what somebody typed, or of what a link brought. @type {Record<string, (text: string) => unknown>} */
const READERS = {
  "a question": (text) => [concepts(text, names), answered(text, words.answers), featuresOf(text)],
  "a question that found nothing": (text) => nearest(text, pages),
  "the address of a pack": (text) => choiceIn(`#${text}`, ways),
  "the code of a copy": (text) => readings(text, codes),
};
/** What reading takes on this machine: the least of some times, since another program may get in between. */
const taken = (/** @type {() => unknown} */ read) => {
  let least = Infinity;
  for (let time = 0; time < 4 && least > LONGEST; time += 1) {
    const before = cpuUsage();
    read();
    least = Math.min(least, cpuUsage(before).user / 1000);
  }
  return least;
};

test(`whatever is typed or linked to is read at once, from seed ${seed}`, () => {
  /** @type {Record<string, number>} */
  const slowest = {};
  const end = Date.now() + seconds * 1000;
  for (let tried = 0; seconds ? Date.now() < end : tried < TRIES; tried += 1) {
    const typed = something();
    for (const [what, read] of Object.entries(READERS)) {
      const told = `${what}, seed ${seed}, try ${tried}: ${JSON.stringify(typed)}`;
      assert.doesNotThrow(() => (slowest[what] = Math.max(slowest[what] ?? 0, taken(() => read(typed)))), told);
      assert.ok(Number(slowest[what]) <= LONGEST, `more than ${LONGEST} ms for ${told}`);
    }
  }
});
