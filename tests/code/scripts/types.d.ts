/** Shapes that the scripts share. Nothing here is shipped: `tsc` reads it, a reader never does. */

/** A page as search knows it. A line of a list stands in for one: its number is its address. */
interface SearchPage {
  address: string;
  title: string;
  summary: string;
  type: string;
  reviewed: string;
  topics: string[];
  roles: string[];
  /** Headings by their anchors. */
  parts: Record<string, string>;
  stems: string[];
}

interface Part {
  anchor: string;
  heading: string;
}

/** A page as a result shows it: only the parts that the question names, topics in words. */
type Result = Omit<SearchPage, "parts"> & { parts: Part[] };

/** A number, a limit or the words behind letters, for those who type exactly one of its names. */
interface Answer {
  kind: "phone" | "limit" | "term";
  names: string[];
  title: string;
  value: string;
  phone?: string;
  sooner?: string;
  note: string;
  address: string;
}

/** What the build says of words: names of one thing, what people say for what, answers, topics. */
interface Words {
  same: string[][];
  said: Record<string, string[]>;
  answers: Answer[];
  topics: Record<string, string>;
}

/** By the stems of a name: other names for the same thing, and how much each counts. */
type Names = Map<string, Map<string, number>>;

/** A stretch of a question that means one thing. */
interface Concept {
  phrase: string;
  /** Whether it ends the question, and may still be being typed. */
  last: boolean;
  others: [name: string, times: number][];
}

/** What a question is held against. */
interface Shelf {
  pages: SearchPage[];
  indexes: lunr.Index[];
  /** Words of pages and names as they are spelt. */
  known: string[];
}

interface Whole extends Words {
  small: lunr.Index;
  text: lunr.Index | null;
  pages: SearchPage[];
  known: string[];
  names: Names;
}

/** How well pages fit, by their number. */
type Scores = Map<number, number>;

interface Ranked {
  sure: boolean;
  said: Set<string>;
  /** Best first. */
  list: { page: SearchPage; whole: boolean; score: number }[];
}

interface Filters {
  type?: string;
  topic?: string;
  role?: string;
}

type Choices = Record<"type" | "topic" | "role", [value: string, text: string][]>;

/** What the search worker answers to a question. */
interface Found {
  id: number;
  whole: boolean;
  results: Result[];
  said: string[];
  meant: string[];
  near: string[];
  answers: Answer[];
}

/** A message of the search worker: one of these. */
interface FromSearch extends Partial<Found> {
  failed?: true;
  offered?: Choices;
  widened?: true;
}

/** One line of a list that can be put in order. */
interface Line {
  title: string;
  about: string;
  guide: string;
  card: "emergency" | "mash" | "talk";
}

interface FromRanking {
  id?: number;
  failed?: true;
  order?: number[];
}

/** The row of a time limit, as its table row carries it. */
interface Limit {
  limit: string;
  unit: string;
  clock: string;
}

interface Navigator {
  /** Not in every browser. */
  readonly connection?: { readonly saveData?: boolean };
}
