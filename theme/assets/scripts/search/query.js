// How a question is read and pages are ranked. No fetching, no page: the worker brings both.
// Any word may match; the more of the question a page has, the higher it ranks; another name for a
// thing counts like the thing; a beginning or a slip counts less, and only where the word is nowhere.

const MARKS = /[\u0300-\u036f\u2018\u2019']/g;
const SECTION = /\b(?:s|sec|section) ?(\d{1,3})\b/g;
// Words of a name; letters of a question and of a word in it. What is longer is cut: it means no more and would take minutes.
const LONGEST = { name: 8, question: 300, word: 40 };
// Numbers found by trying them on some hundred questions; none is true in itself.
const HOW = { meant: 0.6, beginning: 0.9, slip: 0.4, little: 0.4, names: 5, rare: 0.1, covered: 0.4, least: 0.05, heading: 2.4, past: 0.55, lead: 1.5, named: 0.5 };
// Pages that help with a child come before pages about the guide.
/** @type {Record<string, number>} */
const WEIGHT = { "act now": 1.25, guide: 1.25, "levels of need": 1, review: 0.9, data: 0.8, arrangements: 0.9, list: 0.5, about: 0.6 };
const PAST = /^figures\/history\//;
// Who it is about, when, and what one says in any sentence tell less than what happened.
const SAYS_LITTLE = new Set(
  ("child children kid kids boy boys girl girls lad baby toddler teenager student pupil pupils son daughter mum mums mother dad dads father parent parents " +
    "brother sister uncle aunt nephew niece friend mate family people staff worker young year years old yr day days week weeks month time times " +
    "need needs keep keeps keeping going go went come comes came coming take takes taking took put get gets getting give make makes made find use used using " +
    "know knows see seen saw look looks looking think tell told say says said want wants talk nothing something anything thing things near useful new " +
    "many much long often soon now today last next again policy info form leaflet").split(" "),
);
const NUMBER = /^\d+$/;

/** @param {string} text */
const folded = (text) =>
  text.toLowerCase().normalize("NFKD").replace(MARKS, "").split(/[^a-z0-9]+/).filter(Boolean).join(" ").replace(SECTION, "section $1");
/** @param {string} text */
const wordsOf = (text) =>
  folded(text).slice(0, LONGEST.question).split(" ").filter(Boolean).map((word) => word.slice(0, LONGEST.word));
/**
 * Does the work once for each text: words and headings are met thousands of times.
 * @template T
 * @param {(text: string) => T} work
 */
const remembered = (work) => {
  /** @type {Map<string, T>} */
  const known = new Map();
  return (/** @type {string} */ text) => {
    const found = known.get(text) ?? work(text);
    known.set(text, found);
    return found;
  };
};
const stem = remembered((word) => lunr.stemmer(new lunr.Token(word, {})).toString());
/** @param {string} word */
const says = (word) => lunr.stopWordFilter(new lunr.Token(word, {})) !== undefined;
/** @param {string} text */
const stems = (text) => folded(text).split(" ").filter((word) => word && says(word)).map(stem);
const stemsOfHeading = remembered(stems);
/** @param {string} phrase */
const key = (phrase) => phrase.split(" ").map(stem).join(" ");

/**
 * Every name, by its stems, with the other names for the same thing and how much each counts.
 * @param {Pick<Words, "same" | "said">} words
 */
const thesaurus = ({ same, said }) => {
  /** @type {Names} */
  const names = new Map();
  /**
   * @param {string} name
   * @param {string} other
   * @param {number} times
   */
  const put = (name, other, times) => {
    const found = names.get(key(name)) ?? new Map();
    names.set(key(name), found);
    // One word says more than its two halves: childline, child line.
    const halves = !name.includes(" ") && other.replaceAll(" ", "") === name;
    if (key(other) !== key(name) && !halves) found.set(other, times);
  };
  for (const group of same) for (const name of group) for (const other of group) put(name, other, 1);
  for (const [name, meanings] of Object.entries(said)) for (const other of meanings) put(name, other, HOW.meant);
  return names;
};

/**
 * Steps from one word to another: a letter more, less, other, or two that changed places.
 * @param {string} one
 * @param {string} other
 */
const distance = (one, other) => {
  const rows = [[...Array(other.length + 1).keys()]];
  /**
   * @param {number} i
   * @param {number} j
   */
  const at = (i, j) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= other.length; j += 1) {
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1),
        swapped ? at(i - 2, j - 2) + 1 : Infinity,
      );
    }
  }
  return at(one.length, other.length);
};
/**
 * The words that pages, names and meanings are made of, as they are written.
 * @param {Ranked[]} pages
 * @param {Pick<Words, "same" | "said">} words
 */
const spellings = (pages, { same, said }) => {
  const texts = [...pages.flatMap(({ title, summary, parts }) => [title, summary, ...Object.values(parts)]), ...same.flat(), ...Object.keys(said), ...Object.values(said).flat()];
  return [...new Set(texts.flatMap((text) => folded(text).split(" ")))].filter((word) => word.length > 3);
};
/**
 * How far each word is from the one that was typed.
 * @param {string} word
 * @param {string[]} known
 */
const distances = (word, known) => known.map((one) => ({ one, far: distance(word, one) }));
/**
 * Known words one slip away, or two in a long word; the first letter is seldom the slip.
 * @param {string} word
 * @param {string[]} known
 */
const spelt = (word, known) => {
  const most = word.length > 7 ? 2 : word.length > 4 ? 1 : 0;
  const alike = known.filter((one) => one[0] === word[0] && Math.abs(one.length - word.length) <= most);
  const near = distances(word, alike);
  const least = Math.min(...near.map(({ far }) => far));
  return least > most ? [] : near.filter(({ far }) => far === least).map(({ one }) => one).slice(0, 3);
};

/**
 * The question as stretches that mean one thing, the longest names first; each with its other names.
 * @param {string} text
 * @param {Names} names
 */
const concepts = (text, names) => {
  const words = wordsOf(text);
  /** @type {Question} */
  const found = [];
  for (let at = 0; at < words.length; ) {
    let size = Math.min(LONGEST.name, words.length - at);
    while (size > 1 && !names.has(key(words.slice(at, at + size).join(" ")))) size -= 1;
    const phrase = words.slice(at, at + size).join(" ");
    const others = [...(names.get(key(phrase)) ?? [])];
    if (others.length || size > 1 || says(phrase)) found.push({ phrase, last: at + size === words.length, others });
    at += size;
  }
  return found;
};

/**
 * @param {Scores} into
 * @param {Iterable<[page: number, score: number]>} from
 */
const add = (into, from, times = 1) => {
  for (const [page, score] of from) into.set(page, (into.get(page) ?? 0) + score * times);
  return into;
};
/**
 * @param {Scores} one
 * @param {Scores} other
 */
const greater = (one, other) => {
  const found = new Map(one);
  for (const [page, score] of other) found.set(page, Math.max(score, found.get(page) ?? 0));
  return found;
};
/**
 * @param {lunr.Index[]} indexes
 * @param {string} term
 * @param {Partial<lunr.Query.Clause>} options
 * @param {number} times
 */
const asked = (indexes, term, options, times) => {
  /** @type {Scores} */
  const found = new Map();
  for (const index of indexes) {
    const hits = index.query((query) => query.term(term, { ...options }));
    for (const { ref, score } of hits) add(found, [[Number(ref), score]], times);
  }
  return found;
};

/**
 * One word: itself; its beginning, while it may still be being typed; else the words a slip away.
 * @param {Shelf<Ranked>} shelf
 * @param {string} word
 * @param {boolean} unfinished
 */
const byWord = ({ indexes, known }, word, unfinished) => {
  const wildcard = lunr.Query.wildcard.TRAILING;
  let found = asked(indexes, word, {}, 1);
  if (word.length > 2 && (unfinished || !found.size)) found = greater(found, asked(indexes, word, { usePipeline: false, wildcard }, HOW.beginning));
  if (!found.size) found = spelt(word, known).reduce((best, one) => greater(best, asked(indexes, one, {}, HOW.slip)), found);
  if (!found.size && word.length > 4) found = asked(indexes, stem(word), { usePipeline: false, editDistance: 1 }, HOW.slip);
  return found;
};

/**
 * One name: the more of its words a page has, the better, and half a name is worth little.
 * @param {Shelf<Ranked>} shelf
 * @param {string} name
 * @param {boolean} unfinished
 */
const byName = (shelf, name, unfinished) => {
  const words = name.split(" ").filter(says);
  const each = words.map((word, place) => byWord(shelf, word, unfinished && place === words.length - 1));
  const sums = each.reduce((sum, one) => add(sum, one), /** @type {Scores} */ (new Map()));
  for (const [page, score] of sums) {
    const share = each.filter((one) => one.has(page)).length / words.length;
    sums.set(page, (score / words.length) * share ** HOW.names);
  }
  return sums;
};

/**
 * One stretch of the question: how well each page fits it, from 0 to 1, and how much it tells.
 * @param {Shelf<Ranked>} shelf
 * @param {Concept} concept
 */
const byConcept = (shelf, { phrase, last, others }) => {
  const fits = others.reduce(
    (best, [name, times]) => greater(best, add(new Map(), byName(shelf, name, false), times)),
    byName(shelf, phrase, last),
  );
  const most = Math.max(...fits.values());
  // A word as good as everywhere weighs nothing: every page that has it fits it alike.
  for (const [page, score] of fits) fits.set(page, most ? score / most : 1);
  const rare = fits.size ? Math.log(1 + shelf.pages.length / fits.size) ** HOW.rare : 0;
  return { fits, worth: rare * (SAYS_LITTLE.has(phrase) || shelf.place.includes(phrase) || NUMBER.test(phrase) ? HOW.little : 1) };
};

/**
 * How much of a page's heading the question says: a page about just that comes first.
 * @param {Pick<Ranked, "stems">} page
 * @param {Set<string>} said
 */
const closeness = (page, said) => page.stems.filter((one) => said.has(one)).length / (page.stems.length || 1);
/** @param {Ranked} page */
const weight = (page) => (WEIGHT[page.type] ?? 1) * (PAST.test(page.address) ? HOW.past : 1);

/**
 * The pages that fit, best first. Sure is: the first has all of the question, in half of its heading at least, and a clear lead.
 * @template {Ranked} P
 * @param {Shelf<P>} shelf
 * @param {Question} question
 */
const ranked = (shelf, question) => {
  const each = question.map((concept) => byConcept(shelf, concept));
  const whole = each.reduce((sum, { worth }) => sum + worth, 0);
  const said = new Set(question.flatMap(({ phrase, others }) => [phrase, ...others.map(([name]) => name)]).flatMap(stems));
  const numbers = new Set(each.flatMap(({ fits }) => [...fits.keys()]));
  const list = [...numbers].map((number) => {
    const page = /** @type {P} */ (shelf.pages[number]);
    const fitting = each.filter(({ fits }) => fits.has(number));
    const lacks = new Set(question.filter((_, place) => !each[place]?.fits.has(number)).flatMap(({ phrase }) => phrase.split(" ")));
    const covered = (fitting.reduce((sum, { worth }) => sum + worth, 0) / whole) ** HOW.covered;
    const score = fitting.reduce((sum, { fits, worth }) => sum + (fits.get(number) ?? 0) * worth, 0);
    return { page, lacks, score: score * (HOW.least + (1 - HOW.least) * covered) * weight(page) * (1 + HOW.heading * closeness(page, said)) };
  });
  list.sort((a, b) => b.score - a.score || (a.page.address < b.page.address ? -1 : 1));
  const [first, second] = list;
  const sure = first !== undefined && !first.lacks.size && closeness(first.page, said) >= HOW.named && first.score > (second?.score ?? 0) * HOW.lead;
  return { sure, said, list };
};

/**
 * The parts of a page that the question names, two at most: what the heading of the page says is no part.
 * @param {Page} page
 * @param {Set<string>} said
 */
const partsOf = (page, said) => {
  const named = Object.entries(page.parts).map(([anchor, heading]) => {
    const fits = new Set(stemsOfHeading(heading).filter((one) => said.has(one) && !page.stems.includes(one)));
    return { anchor, heading, fits: fits.size };
  });
  return named.filter((part) => part.fits).sort((a, b) => b.fits - a.fits).slice(0, 2);
};

// Answers in one line: only where the words are exactly a row's own name, and words that ask for its kind.
const ASKS = {
  phone: "number phone telephone tel call contact line details email",
  limit: "time limit limits timescale timescales deadline deadlines long days day soon quickly when within",
  term: "meaning mean means stand stands definition define acronym",
};
/** @param {string} word */
const asks = (word) => Object.entries(ASKS).find(([, words]) => words.split(" ").includes(word))?.[0];
/**
 * @param {string} text
 * @param {Answer[]} answers
 */
const answered = (text, answers) => {
  const whole = folded(text);
  if (whole.length > LONGEST.question) return []; // what is cut is no name
  const words = whole.split(" ");
  const kinds = new Set(words.map(asks).filter(Boolean));
  const bare = words.filter((word) => !asks(word) && says(word)).join(" ");
  /** @param {string} name */
  const plain = (name) => name.split(" ").filter(says).join(" ");
  const fits = (/** @type {Answer} */ { kind, names }) =>
    names.includes(whole) || (bare && (!kinds.size || kinds.has(kind)) && names.some((name) => plain(name) === bare));
  return answers.filter(fits).slice(0, 2);
};

/**
 * Words of headings that are close to what was typed, for when nothing is found.
 * @param {string} text
 * @param {Ranked[]} pages
 */
const nearest = (text, pages) => {
  const known = new Set(pages.flatMap((page) => folded(page.title).split(" ")).filter((word) => word.length > 3));
  /** @param {string} word @param {string} one */
  const most = (word, one) => Math.floor(Math.min(word.length, one.length) / 2);
  const near = wordsOf(text).flatMap((word) => {
    const alike = [...known].filter((one) => Math.abs(one.length - word.length) <= most(word, one));
    return distances(word, alike).filter(({ one, far }) => far <= most(word, one));
  });
  near.sort((a, b) => a.far - b.far || (a.one < b.one ? -1 : 1));
  return [...new Set(near.map(({ one }) => one))].slice(0, 4);
};
