import type { Language } from './languages.ts';
import { splitWords } from './words.ts';

/** A term of a query: alternatives, each with words that must all match. */
export type QueryTerm = string[][];

/** A query without stop words and with synonyms. */
export interface ParsedQuery {
  terms: QueryTerm[];
  /** True if a term is a crisis synonym: the person who searches, or somebody with them, may be in danger. */
  mayBeInDanger: boolean;
}

interface Synonym {
  alternatives: QueryTerm;
  isCrisis: boolean;
}

/** Returns the stem of each word. */
export type Stemmer = (words: string[]) => string[];

/** Parses queries: drops stop words, and adds the words that articles use to the everyday words of a query. */
export class QueryParser {
  readonly #stem: Stemmer;
  /** Synonyms by the stems of the everyday words. */
  readonly #synonyms = new Map<string, Synonym>();
  /** In words. */
  readonly #longestSynonym: number;
  readonly #synonymStems: ReadonlySet<string>;
  readonly stopWords: ReadonlySet<string>;
  /** All everyday words that have synonyms. */
  readonly synonymWords: ReadonlySet<string>;

  constructor({ stopWords, synonyms, crisisSynonyms }: Language, stem: Stemmer) {
    this.#stem = stem;
    this.stopWords = new Set(splitWords(stopWords));
    const entries = [...parseSynonyms(synonyms, false), ...parseSynonyms(crisisSynonyms, true)];
    for (const { words, ...synonym } of entries) {
      this.#synonyms.set(stem(words).join(' '), synonym);
    }
    this.#longestSynonym = Math.max(0, ...entries.map(({ words }) => words.length));
    this.synonymWords = new Set(entries.flatMap(({ words }) => words));
    this.#synonymStems = new Set(stem([...this.synonymWords]));
  }

  /** True for stop words and for any form of a synonym's words: they are spelled correctly even if no document has them. */
  isKnownWord(word: string): boolean {
    return (
      this.stopWords.has(word) || this.#stem([word]).every((stem) => this.#synonymStems.has(stem))
    );
  }

  /** Parses the words of a query. A query of stop words only searches for them. */
  parse(words: string[]): ParsedQuery {
    const stems = this.#stem(words);
    const terms: QueryTerm[] = [];
    let mayBeInDanger = false;
    for (let at = 0; at < words.length; ) {
      const { length, alternatives, isCrisis } = this.#synonymAt(stems, at);
      const typedWords = words.slice(at, at + length);
      if (alternatives.length > 0 || !typedWords.every((word) => this.stopWords.has(word))) {
        terms.push([typedWords, ...alternatives]);
      }
      mayBeInDanger ||= isCrisis;
      at += length;
    }
    return { terms: terms.length > 0 ? terms : words.map((word) => [[word]]), mayBeInDanger };
  }

  /** Returns the longest synonym that begins at this index, or else the word alone. */
  #synonymAt(stems: string[], at: number): Synonym & { length: number } {
    for (let length = Math.min(this.#longestSynonym, stems.length - at); length > 0; length -= 1) {
      const synonym = this.#synonyms.get(stems.slice(at, at + length).join(' '));
      if (synonym) return { length, ...synonym };
    }
    return { length: 1, alternatives: [], isCrisis: false };
  }
}

const parseSynonyms = (table: Language['synonyms'], isCrisis: boolean) =>
  Object.entries(table).flatMap(([everyday, alternatives]) =>
    everyday.split(',').map((phrase) => ({
      words: splitWords(phrase),
      alternatives: alternatives.map(splitWords),
      isCrisis,
    })),
  );
