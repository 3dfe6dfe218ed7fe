import type { DatabaseSync } from 'node:sqlite';
import { type Known, nearest } from './spelling.ts';

/** Who has more words wrong does not write in this language; each costs a look at all words. */
const MOST_CORRECTED = 4;

/** The words that a misspelled one can be meant for: of all documents, and of the language's own table. */
export class Dictionary {
  readonly #db: DatabaseSync;
  readonly #own: ReadonlySet<string>;
  /** Nobody looks for them: no word is taken for one. */
  readonly #fillers: ReadonlySet<string>;
  /** Read anew after a change, once somebody slips. */
  #known: Known[] | undefined;

  constructor(db: DatabaseSync, own: ReadonlySet<string>, fillers: ReadonlySet<string>) {
    this.#db = db;
    this.#own = own;
    this.#fillers = fillers;
    db.exec(`
      create virtual table spoken using fts5(words, content='', contentless_delete=1, detail=none,
        tokenize='unicode61 remove_diacritics 0');
      create virtual table vocabulary using fts5vocab(spoken, row);
    `);
  }

  put(document: number, text: string): void {
    this.#known = undefined;
    this.#db
      .prepare('insert or replace into spoken(rowid, words) values (?, ?)')
      .run(document, text.toLowerCase());
  }

  remove(document: number): void {
    this.#known = undefined;
    this.#db.prepare('delete from spoken where rowid = ?').run(document);
  }

  /** For each word that is not known, the nearest one that is, where there is one. */
  corrections(words: string[], isKnown: (word: string) => boolean): Map<string, string> {
    const wrong = words.filter((word) => !isKnown(word));
    return new Map(
      wrong.slice(0, MOST_CORRECTED).flatMap((word) => {
        const near = nearest(word, this.#all());
        return near ? [[word, near]] : [];
      }),
    );
  }

  #all(): Known[] {
    this.#known ??= [
      ...this.#db.prepare('select term, doc from vocabulary').all(),
      ...[...this.#own].map((term) => ({ term, doc: 0 })),
    ]
      .map(({ term, doc }) => ({ word: String(term), texts: Number(doc) }))
      .filter(({ word }) => !this.#fillers.has(word));
    return this.#known;
  }
}
