// Two readings of a question, weighed together: the words of the pages, and the model of worries.
// A short question is a name, which the words know best; a longer one, or one of somebody near, tells a situation.

// Numbers found by trying them on some hundred questions; none is true in itself.
const WEIGH = { sharp: 7.5, floor: -8, nothing: 0.2, first: { situation: 0.83, name: 0.98 }, three: { situation: 0.75, name: 0.8 }, harm: -0.25, far: 6 };
const LENGTH = { few: 2, name: 4, short: 6 };
// Who speaks of somebody near tells what happened, however short.
const NEAR = new Set("mum mums mother dad dads father stepdad stepmum nan grandad son daughter brother sister uncle aunt husband wife boyfriend girlfriend ex he she".split(" "));
const NOWHERE = "nowhere";

/** @param {string} text */
const isSituation = (text) => {
  const words = wordsOf(text);
  return words.length > LENGTH.short || (words.length > LENGTH.few && words.some((word) => NEAR.has(word)));
};
/**
 * How much the words count beside the model.
 * @param {string} text
 */
const timesOf = (text) => (isSituation(text) ? 1 : wordsOf(text).length > LENGTH.name ? 2 : 6);

/**
 * By the address of a page, the logarithm of how likely it is.
 * @param {string} text
 * @param {Model} model
 */
const likelihoods = (text, model) => {
  const scores = fitting(model.weights, featuresOf(text, model.kinds)).pages;
  const most = Math.max(...scores.values());
  const sum = [...scores.values()].reduce((all, score) => all + Math.exp(WEIGH.sharp * (score - most)), 0);
  return new Map([...scores].map(([place, score]) => [model.pages[place] ?? "", Math.max(WEIGH.floor, WEIGH.sharp * (score - most) - Math.log(sum))]));
};

/**
 * Whether somebody fears harm to a child: in doubt, they do.
 * @param {string} text
 * @param {Model} model
 */
const fearsHarm = (text, { kinds, weights }) => fitting(weights, featuresOf(text, kinds)).harm > WEIGH.harm;

/**
 * Each page that either reading knows, with what both give it.
 * @template {Ranked} P
 * @param {P[]} pages
 * @param {string} text
 * @param {{ page: P, score: number }[]} found by the words
 * @param {Model} model
 * @param {number} times how much the words count beside the model
 */
const scoresOf = (pages, text, found, model, times) => {
  const likely = likelihoods(text, model);
  const words = new Map(found.map(({ page, score }) => [page.address, score / (found[0]?.score ?? 1)]));
  return pages.filter(({ address }) => words.has(address) || likely.has(address)).map((page) => ({
    page, score: (likely.get(page.address) ?? WEIGH.floor) + times * Math.log(WEIGH.nothing + (words.get(page.address) ?? 0)),
  }));
};

/**
 * Pages by both readings, best first; how far the first ones fit; and the least score that is not far behind.
 * Where harm is feared, a page about something gentle stands after those about harm.
 * @template {Ranked} P
 * @param {P[]} pages
 * @param {string} text
 * @param {{ page: P, score: number }[]} found by the words
 * @param {Model} model
 */
const weighed = (pages, text, found, model) => {
  const scored = scoresOf(pages, text, found, model, timesOf(text));
  const harm = isSituation(text) && fearsHarm(text, model);
  const gentle = (/** @type {P} */ { address }) => Number(harm && model.gentle.has(address));
  const top = Math.max(...scored.map(({ score }) => score));
  const list = scored.sort((a, b) => gentle(a.page) - gentle(b.page) || b.score - a.score || (a.page.address < b.page.address ? -1 : 1));
  /** @param {{ score: number }[]} some */
  const likely = (some) => some.reduce((sum, { score }) => sum + Math.exp(score - top), 0);
  const share = (/** @type {number} */ many) => likely(list.slice(0, many)) / likely(list);
  const asked = isSituation(text) ? "situation" : "name";
  /** @type {Fit} */
  const fit = share(1) > WEIGH.first[asked] ? "first" : share(3) > WEIGH.three[asked] ? "three" : "none";
  const elsewhere = isSituation(text) && !harm && (likelihoods(text, model).get(NOWHERE) ?? WEIGH.floor) > Math.log(WEIGH.first.situation);
  return { list: elsewhere ? [] : list, fit, least: wordsOf(text).length > LENGTH.name ? top - WEIGH.far : -Infinity };
};
