// Shapes that several scripts share. Only the type checker reads this; nothing of it is shipped.

/** What is ranked: a page, or a line of a list that stands in for one. */
interface Ranked {
  address: string;
  title: string;
  summary: string;
  type: string;
  /** Headings by their anchors. */
  parts: Record<string, string>;
  /** The stems of the title. */
  stems: string[];
}

/** A page as search/pages.json has it, and its stems; its parts follow. */
/** A page with how well the words fit it, and which of them it lacks. */
interface Placed<P extends Ranked> {
  page: P;
  score: number;
  lacks: Set<string>;
}

interface Page extends Ranked {
  /** As in 2026-11-22. */
  reviewed: string;
  topics: string[];
  roles: string[];
  /** When to call whom over what the page is about: the card, its head, the lines below it. */
  calls?: [card: string, head: string, lines: string[]][];
}

/** Whether the first page is meant for sure, most likely one of the first three, or none for sure. */
type Fit = "first" | "three" | "none";

interface Part {
  anchor: string;
  heading: string;
}

/** A page as it is drawn: with the parts that the question names. */
type Result = Omit<Page, "parts"> & { parts: Part[] };

/** What is said in one line above the results, for exactly these folded names. */
interface Answer {
  kind: "phone" | "limit" | "term";
  names: string[];
  title: string;
  value: string;
  note: string;
  address: string;
  phone?: string;
  /** The address of a form, where there is no number. */
  form?: string;
  sooner?: string;
}

/** What search/words.json holds. */
interface Words {
  /** Groups of names for the same thing. */
  same: string[][];
  /** What people say, and what it may mean. */
  said: Record<string, string[]>;
  answers: Answer[];
  topics: Record<string, string>;
  /** The words of the place's name: every page is about it, so they tell little. */
  place: string[];
}

/** An index as it travels: its words, and for each field three columns. */
interface PackedIndex {
  version: string;
  pipeline: string[];
  /** One a line, in the order of their numbers. */
  terms: string;
  /** How many words each page has, how far each is from the one before, how much it tells. */
  columns: Record<string, [many: string, steps: string, weights: string]>;
}

/** By the stems of a name: other names for the same thing, and how much each counts. */
type Names = Map<string, Map<string, number>>;

/** A stretch of a question that means one thing. */
interface Concept {
  phrase: string;
  /** Whether it ends the question, so that it may still be being typed. */
  last: boolean;
  others: [name: string, times: number][];
}

type Question = Concept[];

/** By the number of a page, how well it fits. */
type Scores = Map<number, number>;

/** What a question is held against: the numbers in the indexes are places in `pages`. */
interface Shelf<P extends Ranked = Page> {
  pages: P[];
  indexes: lunr.Index[];
  /** How the words here are written. */
  known: string[];
  place: string[];
}

/** All that a worker has fetched; `text` comes later, where it is needed. */
interface Loaded extends Words, Omit<Shelf, "indexes"> {
  small: lunr.Index;
  text: lunr.Index | null;
  model: Model | null;
  names: Names;
}

/** What narrows the results; an empty text, or none, narrows nothing. */
interface Chosen {
  type?: string;
  topic?: string;
  role?: string;
}

/** By the name of a field, its choices: value and text. */
type Offered = Record<string, [value: string, text: string][]>;

/** Weights in columns, as macros/publishing/search_model.py writes them. */
type WeightColumns = Record<"features" | "tells" | "harm" | "many" | "places" | "steps", string>;

/** How much a feature tells, how far it speaks of harm, and its weight for each page that it speaks of. */
interface Telling {
  tells: number;
  harm: number;
  weights: [place: number, weight: number][];
}

/** What search/model.json holds. */
interface ModelFile {
  pages: string[];
  gentle: string[];
  kinds: Record<string, string[]>;
  weights: WeightColumns;
}

/** The same, with a row for each feature. */
interface Model extends Omit<ModelFile, "gentle" | "weights"> {
  gentle: Set<string>;
  weights: Map<string, Telling>;
}

type ToSearch = { id: number; query: string; filters: Chosen };

interface Found {
  id: number;
  /** Whether all that this question needs was looked through. */
  whole: boolean;
  fit: Fit;
  /** How many results are shown before the reader asks for more. */
  atFirst: number;
  results: Result[];
  said: string[];
  meant: string[];
  near: string[];
  answers: Answer[];
}

type FromSearch = Found | { offered: Offered } | { widened: true } | { failed: true };

/** What search/concerns.json holds: as in a model, but each weight is for a concern. */
interface ConcernsFile {
  concerns: string[];
  weights: WeightColumns;
}

/** The same, with the place of each concern, and a row for each feature. */
interface Concerns {
  places: Map<string, number>;
  weights: Map<string, Telling>;
}

/** A concern that a reader looks for by words. */
interface Line {
  id: string;
  title: string;
  /** The address of the guide that it leads to. */
  guide: string;
  card: "emergency" | "mash" | "talk";
}

type ToRanking = { lines: Line[] } | { id: number; text: string };
type FromRanking = { id: number; order: number[]; sure: boolean } | { offered: Offered } | { failed: true };

/** What a pack is made of; `faults` says in words what of an address could not be followed. */
interface Choice {
  title: string;
  /** As in 2026-12-03, or empty. */
  day: string;
  codes: string[];
  /** Whether it is still being made. */
  choosing: boolean;
  faults: string[];
}
/** By the code of a page, the number of its newest version; 0 where none was ever noted. */
type Codes = Record<string, number>;

/** A time limit, as the attributes of its row give it. */
interface Limit {
  limit?: string | undefined;
  unit?: string | undefined;
  clock?: string | undefined;
  rule?: string | undefined;
}

/** Bank holidays as in 2026-12-25, known for whole years. */
interface Holidays {
  days: Set<string>;
  from: number;
  until: number;
}

/** What kept.json holds: the guide as it is kept on a phone. Where keeping is switched off, `stop` alone. */
interface KeptList {
  stop?: boolean;
  version: string;
  /** As in 22 November 2026. */
  date: string;
  pages: string[];
  /** Bytes on the phone, and over the network. */
  room: number;
  travels: number;
  /** By path, the first digits of what each file holds: those that are always kept. */
  files: Record<string, string>;
  /** The same of files that a pack may need besides. */
  more: Record<string, string>;
  /** What opens a pack: its page first. */
  tool: string[];
  /** By what ends its address, the codes of the pages of each pack that is ready. */
  ready: Record<string, string[]>;
  /** Where short and old addresses lead. */
  leads: Record<string, string>;
  /** In the copy only: when it was kept, and the packs that are kept with it. */
  since?: number;
  packs?: KeptPack[];
}

/** A pack that is kept: what ends its address after /stag/pack/, its pages, and when it was asked for. */
interface KeptPack {
  title: string;
  hash: string;
  codes: string[];
  since: number;
}

/** Many files in one: every line once, and by path the first line and the length of each stretch. */
interface KeptTexts {
  lines: string[];
  files: Record<string, number[]>;
}

/** What keep.js is asked; with nothing, from which day a page is. */
interface ToKeeper {
  keep?: true;
  /** To be kept too. */
  pack?: KeptPack;
  /** What ends the address of a pack that goes. */
  without?: string;
}

/** What keep.js answers, and how keeping ended. */
interface FromKeeper {
  came?: number;
  ended?: "whole" | "failed";
  date?: string;
}

/** What handbook/handbook.json holds: nothing where no handbook was made. */
interface Handbook {
  date?: string;
  /** Bytes. */
  html: number;
  pdf: number;
}

/** What may be set on an element that is made; markup may not. */
type Properties<E> = {
  [P in Exclude<keyof E, "innerHTML" | "outerHTML">]?: P extends "href" ? E[P] | URL : E[P];
};

/** Browsers that know Trusted Types ask a policy what may run or be markup; the standard library does not know it. */
interface Window {
  readonly trustedTypes?: { createPolicy<Rules>(name: string, rules: Rules): Rules };
}

/** Some browsers say that a reader saves data; the standard library does not know it. */
interface Navigator {
  readonly connection?: { readonly saveData: boolean };
}
