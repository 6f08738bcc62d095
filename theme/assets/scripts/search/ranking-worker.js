// Puts concerns in order: which guides fit as search finds them, and which concern of each.
importScripts("worker.js");

// Numbers found by trying them on the questions in tests/; none is true in itself.
const SAID = 2; // how much a line's own words count beside what was learned
// Of the lines of a guide the more urgent comes first, if they fit alike; a calm one stands back unless nobody fears harm.
const URGENT = { emergency: 0.5, mash: 0, talk: -3 };
// A few words tell nothing that would speak for a calmer line.
const FEW_WORDS = 6;
const NAMED = { ...URGENT, emergency: 1.5 };
const NOW = /\b(right now|happening now|as we speak|this minute)\b/i; // said of harm that goes on
const SURE = 0.8; // of the model too, however well the words fit
const AGAIN = 1; // how far each further line of the same guide stands back
const LEADS = 3; // as many guides as are seen first, a line of each
const NEARLY = { said: 1, now: 6 }; // how little a line for 999 may be behind the first; where it goes on now, it may be more
const BEHIND = 4; // how far behind the first guide another one is not seen
const FAR = 6; // how far behind the first is too far
const MOST = 12;
/** @type {Line[]} */
let lines = [];
let newest = 0;
const site = new URL("../../../", self.location.href);

/** @param {FromRanking} message */
const answer = (message) => postMessage(message);

/** The models are fetched with the list: whoever comes here tells a situation. */
const situations = fetched("model.json").then(model, () => null);
/** @type {Promise<Concerns | null>} */
const told = fetched("concerns.json").then(
  (/** @type {ConcernsFile} */ { concerns, weights }) => ({ places: new Map(concerns.map((id, place) => [id, place])), weights: rowsOf(weights) }),
  () => null,
);

/**
 * The guides that fit, best first, as search weighs them, and whether the first is meant for sure, and whether no line is an answer.
 * @param {Loaded} whole
 * @param {string} text
 * @param {Question} question
 * @param {Model | null} learned
 */
const guides = (whole, text, question, learned) => {
  const led = new Set(lines.map(({ guide }) => guide));
  const pages = whole.pages.filter(({ address }) => led.has(new URL(address, site).href));
  const known = new Set(pages);
  const { list, said } = ranked({ ...whole, indexes: [whole.small] }, question);
  const found = list.filter(({ page }) => known.has(page));
  const most = found[0]?.score ?? 1;
  const byWords = () => ({ list: found.map(({ page, score }) => ({ page, score: Math.log(score / most) })), elsewhere: false, noWorry: false, fit: "none" });
  const { list: best, elsewhere, noWorry, fit } = learned ? weighed(pages, text, found, learned) : byWords();
  // A page without lines may be meant, such as the one of contacts, by somebody who fears nothing.
  const calm = learned && !fearsHarm(text, learned) ? [...likelihoods(text, learned)] : [];
  const another = calm.some(([address, likely]) => likely > Math.log(SURE) && !pages.some((page) => page.address === address));
  const meant = learned && best[0] ? likelihoods(text, learned).get(best[0].page.address) ?? WEIGH.floor : WEIGH.floor;
  return { said, list: best, none: elsewhere || noWorry || another, sure: fit === "first" && meant > Math.log(SURE) };
};

/**
 * How well each line fits among those of its guide.
 * @param {string} text
 * @param {Set<string>} said
 * @param {Model | null} learned
 * @param {Concerns | null} concerns
 */
const within = (text, said, learned, concerns) => {
  const features = featuresOf(text, learned?.kinds ?? {});
  const fits = concerns ? fitting(concerns.weights, features).pages : new Map();
  const calm = learned && isSituation(text) && !fearsHarm(text, learned);
  const urgent = wordsOf(text).length > FEW_WORDS && !NOW.test(text) ? URGENT : NAMED;
  return lines.map(({ id, title, card }) => {
    const place = concerns?.places.get(id) ?? -1;
    return WEIGH.sharp * (fits.get(place) ?? 0) + SAID * closeness({ stems: stems(title) }, said) + (calm ? 0 : urgent[card]);
  });
};

/**
 * A line of each of the best guides, then what else it may be; where the first is meant for sure, its own lines go before.
 * @param {{ number: number, score: number }[][]} shelves the lines of each guide, both best first
 * @param {boolean} sure
 * @param {number} nearly how little a line for 999 may be behind the first
 */
const varied = (shelves, sure, nearly) => {
  const all = shelves.flatMap((shelf) => shelf.map(({ number, score }, again) => ({ number, score: score - AGAIN * again })));
  const top = Math.max(...all.map(({ score }) => score));
  const near = new Set(all.filter(({ score }) => score >= top - FAR).map(({ number }) => number));
  const leads = shelves.slice(0, LEADS).flatMap((shelf) => shelf.slice(0, 1)).filter(({ score }) => score > top - BEHIND).map(({ number }) => number);
  const rest = all.filter(({ number }) => near.has(number)).sort((a, b) => b.score - a.score || a.number - b.number);
  const next = rest.map(({ number }) => number);
  const order = sure ? [...leads.slice(0, 1), ...next, ...leads.slice(0, Math.max(0, LEADS - next.length + 1))] : [...leads, ...next];
  // Where next to nothing else is near, the other lines of the best guide are.
  const others = new Set(order).size < LEADS ? (shelves[0] ?? []).slice(0, LEADS).map(({ number }) => number) : [];
  const found = [...new Set([...order, ...others])];
  // Where it is not sure which line fits, few are shown; a calm one never leads, nor stands after the first ones.
  const calm = (/** @type {number} */ number) => Number(lines[number]?.card === "talk");
  const few = found.slice(0, LEADS).sort((a, b) => calm(a) - calm(b));
  const best = sure ? found.slice(0, MOST) : [...few, ...found.slice(LEADS).filter((number) => !calm(number)).slice(0, 1)];
  // A line for 999 that fits nearly as well as the first stands before it.
  const scores = new Map(all.map(({ number, score }) => [number, score]));
  const danger = best.find((number) => lines[number]?.card === "emergency" && (scores.get(number) ?? -Infinity) > (scores.get(best[0] ?? -1) ?? 0) - nearly);
  return danger === undefined ? best : [...new Set([danger, ...best])];
};

/**
 * The numbers of the lines that fit, best first, and whether the first is meant for sure.
 * @param {Loaded} whole
 * @param {string} text
 * @param {Model | null} learned
 * @param {Concerns | null} concerns
 */
const ordered = (whole, text, learned, concerns) => {
  const { list, said, none, sure } = guides(whole, text, concepts(text, whole.names), learned);
  const own = within(text, said, learned, concerns);
  const shelves = list.map(({ page, score }) => {
    const guide = new URL(page.address, site).href;
    const shelf = lines.flatMap((line, number) => (line.guide === guide ? { number, own: own[number] ?? 0 } : []));
    const most = Math.max(...shelf.map((one) => one.own));
    return shelf.map((one) => ({ number: one.number, score: score + one.own - most })).sort((a, b) => b.score - a.score || a.number - b.number);
  });
  // Where neither reading knows a guide, a line's own words may still say what was asked.
  const literal = [own.flatMap((score, number) => (closeness({ stems: stems(lines[number]?.title ?? "") }, said) ? { number, score } : []))];
  return { order: none ? [] : varied(shelves.length || !said.size ? shelves : literal, sure, NOW.test(text) ? NEARLY.now : NEARLY.said), sure };
};

/** @param {MessageEvent<ToRanking>} event */
self.onmessage = async ({ data }) => {
  if ("lines" in data) return void (lines = data.lines);
  newest = data.id;
  try {
    const [whole, learned, concerns] = await Promise.all([loaded, situations, told]);
    await new Promise((done) => setTimeout(done)); // lets a newer question overtake this one
    if (data.id === newest) answer({ id: data.id, ...ordered(whole, data.text, learned, concerns) });
  } catch {
    answer({ failed: true });
  }
};
