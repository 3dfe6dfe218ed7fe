import type { DatabaseSync } from 'node:sqlite';
import { type Known, nearest } from './spelling.ts';

/** Who has more words wrong does not write in this language; each costs a look at all words. */
const MOST_CORRECTED = 4;

/** The words of all documents as they are spelled there, and those of the language's own table. */
export class Dictionary {
  readonly #db: DatabaseSync;
  readonly #own: ReadonlySet<string>;
  /** Read anew after a change, once somebody slips. */
  #known: Known[] | undefined;

  constructor(db: DatabaseSync, own: ReadonlySet<string>) {
    this.#db = db;
    this.#own = own;
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
  corrections(words: string[], isFound: (word: string) => boolean): Map<string, string> {
    const wrong = words.filter((word) => !this.#own.has(word) && !isFound(word));
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
    ].map(({ term, doc }) => ({ word: String(term), texts: Number(doc) }));
    return this.#known;
  }
}
