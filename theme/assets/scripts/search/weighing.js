// Two readings of a question, weighed together: the words of the pages, and the model of worries.
// A short question is a name, which the words know best; a longer one, or one of somebody near, tells a situation.

// Numbers found by trying them on some hundred questions; none is true in itself.
const WEIGH = { sharp: 7.5, floor: -8, nothing: 0.2, harm: -0.25, elsewhere: 0.83, other: 0.2, far: 6 };
// How much of all that is likely the first page, or the first three, must hold, and of the words be backed, to say so.
const ENOUGH = {
  situation: { first: { share: 0.82, backing: 0.5 }, three: { share: 0.72, backing: 0.3 } },
  name: { first: { share: 0.98, backing: 0.7 }, three: { share: 0.8, backing: 0.7 } },
};
// How far the worst word may speak of harm, and what must be left where backing and harm count so much.
const CALM = { worst: 6, backed: 6.3, harm: 2.1, least: -2.5 };
const AT_FIRST = 3; // as many as are shown at least where it is not sure of the first
const LENGTH = { few: 2, name: 4, short: 6 };
// Who speaks of somebody near, or says how old a child is, tells what happened, however short.
const NEAR = new Set("mum mums mother dad dads father stepdad stepmum nan grandad son daughter brother sister uncle aunt husband wife boyfriend girlfriend ex he she".split(" "));
const AGE = /\b(girl|boy|lad|pupil|student|shes|hes) (of )?\d{1,2}\b|\b\d{1,2} (yr|year)s? old\b/;
const NOWHERE = "nowhere";

/** @param {string} text */
const isSituation = (text) => {
  const words = wordsOf(text);
  return words.length > LENGTH.short || (words.length > LENGTH.few && (words.some((word) => NEAR.has(word)) || AGE.test(words.join(" "))));
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
 * Whether no word of a question speaks of harm by itself, as "knife" does, and too few lead to the best page for how
 * likely it is that there is none: a list of worries then has no line for it.
 * @param {string} text
 * @param {number} nowhere the logarithm of how likely it is that no page is meant
 * @param {number} backed
 * @param {Model} model
 */
const isNoWorry = (text, nowhere, backed, { kinds, weights }) => {
  const features = featuresOf(text, kinds);
  const worst = Math.max(0, ...[...features].map((feature) => weights.get(feature)?.harm ?? 0));
  return worst < CALM.worst && nowhere - CALM.backed * backed - CALM.harm * fitting(weights, features).harm > CALM.least;
};

/**
 * How much of what a question tells is backed for a page: by its own words, or by worries that led to it.
 * @param {string} text
 * @param {string} address
 * @param {Placed<Ranked>[]} found by the words
 * @param {Model} model
 */
const backing = (text, address, found, { pages, kinds, weights }) => {
  const place = pages.indexOf(address);
  const lacks = found.find(({ page }) => page.address === address)?.lacks;
  const counts = (/** @type {string} */ feature) => weights.get(feature)?.weights.some(([at, weight]) => at === place && weight > 0);
  const telling = wordsOf(text).filter((word) => says(word) && !SAYS_LITTLE.has(word) && !NUMBER.test(word));
  return telling.filter((word) => (lacks && !lacks.has(word)) || counts(stem(word)) || kinds[word]?.some(counts)).length / (telling.length || 1);
};

/**
 * Each page that either reading knows, with what both give it.
 * @template {Ranked} P
 * @param {P[]} pages
 * @param {string} text
 * @param {Placed<P>[]} found by the words
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
 * Pages by both readings, best first; how far the first ones fit, which is not said where most of the words lead
 * nowhere; the least score that is not far behind; and how many are shown at first, none of them over no worry.
 * Where harm is feared, a page about something gentle stands after those about harm.
 * @template {Ranked} P
 * @param {P[]} pages
 * @param {string} text
 * @param {Placed<P>[]} found by the words
 * @param {Model} model
 */
const weighed = (pages, text, found, model) => {
  const scored = scoresOf(pages, text, found, model, timesOf(text));
  const situation = isSituation(text);
  const harm = fearsHarm(text, model);
  const gentle = (/** @type {P} */ { address }) => Number(situation && harm && model.gentle.has(address));
  const top = Math.max(...scored.map(({ score }) => score));
  const list = scored.sort((a, b) => gentle(a.page) - gentle(b.page) || b.score - a.score || (a.page.address < b.page.address ? -1 : 1));
  /** @param {{ score: number }[]} some */
  const likely = (some) => some.reduce((sum, { score }) => sum + Math.exp(score - top), 0);
  const enough = ENOUGH[situation ? "situation" : "name"];
  const meant = likelihoods(text, model).get(NOWHERE) ?? WEIGH.floor;
  const nowhere = likely([{ score: meant + timesOf(text) * Math.log(WEIGH.nothing) }]);
  const backed = list[0] ? backing(text, list[0].page.address, found, model) : 0;
  /**
   * @param {number} many
   * @param {{ share: number, backing: number }} least
   */
  const fits = (many, least) => backed >= least.backing && likely(list.slice(0, many)) / (likely(list) + nowhere) > least.share;
  const noWorry = isNoWorry(text, meant, backed, model);
  /** @type {Fit} */
  const fit = noWorry ? "none" : fits(1, enough.first) ? "first" : fits(3, enough.three) ? "three" : "none";
  const near = list.filter(({ score }) => score > top - WEIGH.far).length;
  const atFirst = noWorry ? 0 : situation ? Math.max(near, fit === "first" ? 1 : AT_FIRST) : Infinity;
  const elsewhere = !harm && (situation ? meant > Math.log(WEIGH.elsewhere) : nowhere > WEIGH.other * likely(list.slice(0, 1)));
  return { list: elsewhere ? [] : list, elsewhere, noWorry, atFirst, fit, harm, least: wordsOf(text).length > LENGTH.name ? top - WEIGH.far : -Infinity };
};
