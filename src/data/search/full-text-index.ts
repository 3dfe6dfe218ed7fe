import { DatabaseSync } from 'node:sqlite';
import { Dictionary } from './dictionary.ts';
import type { DocumentTexts } from './document-texts.ts';
import { type HighlightedDocument, Highlighter } from './highlighter.ts';
import type { Language } from './languages.ts';
import { buildMatchExpression } from './match-expression.ts';
import { QueryParser } from './query-parser.ts';
import { type DocumentKey, type FindOptions, Ranking } from './ranking.ts';
import { createStemmer } from './stemmer.ts';
import { runInTransaction } from './transactions.ts';
import { replaceWords, splitWords } from './words.ts';

/** A document to be indexed. */
export interface IndexedDocument extends DocumentKey {
  texts: DocumentTexts;
  /** Ids of the documents that results can be filtered by: stages and topics. */
  facets: string[];
  /** Multiplies its score; 1 leaves the score as it is. */
  boost: number;
}

export interface FullTextQuery extends FindOptions {
  /** The query as a visitor typed it. */
  typed: string;
}

export interface FullTextResult {
  /** A page of the matching documents, best first. */
  keys: DocumentKey[];
  /** Number of all matching documents. */
  total: number;
  /** The corrected query, if a word was misspelled. */
  correctedQuery?: string;
  /** True if the person who searches, or somebody with them, may be in danger. */
  mayBeInDanger: boolean;
  /** Matches any term of the query: pass it to `highlight`. */
  matchAny: string;
}

/** Further words of a query are ignored. */
const MAX_QUERY_WORDS = 16;

/**
 * Padding documents of a usual length, which no query can find. BM25 gives no weight to a word that half of the
 * documents contain, and on a small site most words are that frequent.
 */
const PADDING = { texts: 200, words: 500, word: '\ue000' };

/**
 * Full-text index of all documents in one language, in memory (SQLite FTS5). It stores the positions of words,
 * not the texts.
 */
export class FullTextIndex {
  readonly #db = new DatabaseSync(':memory:');
  readonly #parser: QueryParser;
  readonly #dictionary: Dictionary;
  readonly #highlighter: Highlighter;
  readonly #ranking: Ranking;

  constructor(language: Language) {
    this.#db.exec(`
      create table documents(id integer primary key, collection, key, facets, boost, unique (collection, key));
      create virtual table texts using fts5(title, summary, headings, body, content='',
        contentless_delete=1, tokenize='${language.tokenizer}');
    `);
    const insertPadding = this.#db.prepare('insert into texts(rowid, body) values (?, ?)');
    const body = `${PADDING.word} `.repeat(PADDING.words);
    runInTransaction(this.#db, () => {
      for (let n = 1; n <= PADDING.texts; n += 1) insertPadding.run(-n, body);
    });
    this.#parser = new QueryParser(language, createStemmer(this.#db, language.tokenizer));
    this.#dictionary = new Dictionary(this.#db, this.#parser.synonymWords, this.#parser.stopWords);
    this.#highlighter = new Highlighter(this.#db, language.tokenizer);
    this.#ranking = new Ranking(this.#db);
  }

  /** Adds or replaces documents. Blocks the event loop: pass a few at a time. */
  put(documents: IndexedDocument[]): void {
    runInTransaction(this.#db, () => {
      for (const { collection, id, texts, facets, boost } of documents) {
        const { title, summary, headings, body } = texts;
        const row = this.#db
          .prepare(
            `insert into documents(collection, key, facets, boost) values (?, ?, ?, ?)
           on conflict do update set facets = excluded.facets, boost = excluded.boost returning id`,
          )
          .get(collection, id, JSON.stringify(facets), boost);
        this.#db
          .prepare(
            'insert or replace into texts(rowid, title, summary, headings, body) values (?, ?, ?, ?, ?)',
          )
          .run(Number(row?.id), title, summary, headings, body);
        this.#dictionary.put(Number(row?.id), Object.values(texts).join('\n'));
      }
    });
  }

  /** Removes a document, if the index has it. */
  remove({ collection, id }: DocumentKey): void {
    const removed = this.#db
      .prepare('delete from documents where collection = ? and key = ? returning id')
      .get(collection, id);
    if (!removed) return;
    this.#db.prepare('delete from texts where rowid = ?').run(Number(removed.id));
    this.#dictionary.remove(Number(removed.id));
  }

  /** Finds documents, best first: those with all terms come before those with some. */
  find({ typed, ...options }: FullTextQuery): FullTextResult {
    const words = splitWords(typed).slice(0, MAX_QUERY_WORDS);
    const corrections = this.#dictionary.correctSpelling(words, this.#isKnown);
    const corrected = replaceWords(typed, corrections);
    const { terms, mayBeInDanger } = this.#parser.parse(splitWords(corrected));
    const expression = buildMatchExpression(terms.slice(0, MAX_QUERY_WORDS));
    return {
      ...this.#ranking.find(expression, options),
      correctedQuery: corrections.size > 0 ? corrected : undefined,
      mayBeInDanger,
      matchAny: expression.any,
    };
  }

  /** Returns the title and the best passage of each document, with the matches marked. */
  highlight(texts: DocumentTexts[], matchAny: string): HighlightedDocument[] {
    return this.#highlighter.highlight(texts, matchAny);
  }

  readonly #isKnown = (word: string): boolean =>
    this.#isIndexed(word) || this.#parser.isKnownWord(word);

  #isIndexed(word: string): boolean {
    const { any } = buildMatchExpression([[[word]]]);
    return (
      this.#db.prepare('select 1 from texts where texts match ? limit 1').get(any) !== undefined
    );
  }
}
