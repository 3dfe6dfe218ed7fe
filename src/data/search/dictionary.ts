import type { DatabaseSync } from 'node:sqlite';
import { findNearestWord, type VocabularyWord } from './spelling.ts';

/** Corrections per query: each scans the whole vocabulary, and a query with more errors is in another language. */
const MAX_CORRECTIONS = 4;

/** The vocabulary for spelling corrections: words of all documents and of the language's synonyms. */
export class Dictionary {
  readonly #db: DatabaseSync;
  readonly #synonymWords: ReadonlySet<string>;
  /** Never proposed as corrections: nobody searches for them. */
  readonly #stopWords: ReadonlySet<string>;
  /** Cached until a document changes; read again for the next misspelled query. */
  #vocabulary: VocabularyWord[] | undefined;

  constructor(db: DatabaseSync, synonymWords: ReadonlySet<string>, stopWords: ReadonlySet<string>) {
    this.#db = db;
    this.#synonymWords = synonymWords;
    this.#stopWords = stopWords;
    db.exec(`
      create virtual table document_words using fts5(words, content='', contentless_delete=1, detail=none,
        tokenize='unicode61 remove_diacritics 0');
      create virtual table vocabulary using fts5vocab(document_words, row);
    `);
  }

  /** Adds or replaces the words of a document. */
  put(document: number, text: string): void {
    this.#vocabulary = undefined;
    this.#db
      .prepare('insert or replace into document_words(rowid, words) values (?, ?)')
      .run(document, text.toLowerCase());
  }

  /** Removes the words of a document. */
  remove(document: number): void {
    this.#vocabulary = undefined;
    this.#db.prepare('delete from document_words where rowid = ?').run(document);
  }

  /** Returns corrections by misspelled word: the nearest word of the vocabulary, for words that have a near one. */
  correctSpelling(words: string[], isKnown: (word: string) => boolean): Map<string, string> {
    const misspelled = words.filter((word) => !isKnown(word));
    return new Map(
      misspelled.slice(0, MAX_CORRECTIONS).flatMap((word) => {
        const nearest = findNearestWord(word, this.#loadVocabulary());
        return nearest ? [[word, nearest]] : [];
      }),
    );
  }

  #loadVocabulary(): VocabularyWord[] {
    this.#vocabulary ??= [
      ...this.#db.prepare('select term, doc from vocabulary').all(),
      ...[...this.#synonymWords].map((term) => ({ term, doc: 0 })),
    ]
      .map(({ term, doc }) => ({ word: String(term), documentCount: Number(doc) }))
      .filter(({ word }) => !this.#stopWords.has(word));
    return this.#vocabulary;
  }
}
