import type { Language } from './languages.ts';
import { wordsIn } from './words.ts';

/** Something that is looked for: any of these ways to say it, each with all of its words. */
export type Wanted = string[][];

/** What somebody may mean by what was typed. */
export interface Meaning {
  wanted: Wanted[];
  /** Somebody may be in danger. */
  inDanger: boolean;
}

interface Saying {
  meant: Wanted;
  danger: boolean;
}

/** Takes each word back to its stem. */
export type Stem = (words: string[]) => string[];

/** Reads what is typed as a person means it: without fillers, everyday words with what articles say for them. */
export class Phrasing {
  readonly #stem: Stem;
  /** By the stems of what people say. */
  readonly #sayings = new Map<string, Saying>();
  readonly #longest: number;
  readonly #stems: ReadonlySet<string>;
  readonly fillers: ReadonlySet<string>;
  /** The words of what people say. */
  readonly words: ReadonlySet<string>;

  constructor({ fillers, sayings, dangers }: Language, stem: Stem) {
    this.#stem = stem;
    this.fillers = new Set(wordsIn(fillers));
    const said = [...sayingsIn(sayings, false), ...sayingsIn(dangers, true)];
    for (const { words, ...saying } of said) this.#sayings.set(stem(words).join(' '), saying);
    this.#longest = Math.max(0, ...said.map(({ words }) => words.length));
    this.words = new Set(said.flatMap(({ words }) => words));
    this.#stems = new Set(stem([...this.words]));
  }

  /** True for a word of the language's own table, in any of its forms: it is spelled rightly, even if no text has it. */
  knows(word: string): boolean {
    return this.fillers.has(word) || this.#stem([word]).every((stem) => this.#stems.has(stem));
  }

  /** What somebody looks for who typed these words. Where fillers are all there is, they are meant. */
  read(words: string[]): Meaning {
    const stems = this.#stem(words);
    const wanted: Wanted[] = [];
    let inDanger = false;
    for (let at = 0; at < words.length; ) {
      const { length, meant, danger } = this.#saidAt(stems, at);
      const own = words.slice(at, at + length);
      if (meant.length > 0 || !own.every((word) => this.fillers.has(word))) {
        wanted.push([own, ...meant]);
      }
      inDanger ||= danger;
      at += length;
    }
    return { wanted: wanted.length > 0 ? wanted : words.map((word) => [[word]]), inDanger };
  }

  /** The longest saying that begins here, or else the word alone. */
  #saidAt(stems: string[], at: number): Saying & { length: number } {
    for (let length = Math.min(this.#longest, stems.length - at); length > 0; length -= 1) {
      const saying = this.#sayings.get(stems.slice(at, at + length).join(' '));
      if (saying) return { length, ...saying };
    }
    return { length: 1, meant: [], danger: false };
  }
}

const sayingsIn = (table: Language['sayings'], danger: boolean) =>
  Object.entries(table).flatMap(([all, meant]) =>
    all.split(',').map((one) => ({ words: wordsIn(one), meant: meant.map(wordsIn), danger })),
  );
