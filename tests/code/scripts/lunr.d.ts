/** What we use of lunr 2.3, which carries no types. */
declare namespace lunr {
  interface Hit {
    ref: string;
    score: number;
  }
  interface Query {
    term(term: string, options: TermOptions): void;
  }
  interface TermOptions {
    usePipeline?: boolean;
    wildcard?: number;
    editDistance?: number;
  }
  interface Builder {
    ref(name: string): void;
    b(value: number): void;
    field(name: string, options: { boost: number }): void;
    add(document: object): void;
  }
  class Index {
    static load(data: unknown): Index;
    query(ask: (query: Query) => void): Hit[];
  }
  class Token {
    constructor(text: string, about: object);
  }
  const Query: { wildcard: { TRAILING: number } };
  const stemmer: (token: Token) => Token;
  const stopWordFilter: (token: Token) => Token | undefined;
}
declare function lunr(build: (this: lunr.Builder) => void): lunr.Index;
