import { DatabaseSync } from 'node:sqlite';
import { Dictionary } from './dictionary.ts';
import { expressionOf } from './expression.ts';
import type { Language } from './languages.ts';
import { type Marked, Passages } from './passages.ts';
import { Phrasing } from './phrasing.ts';
import { type Key, type Part, Ranking } from './ranking.ts';
import type { Texts } from './texts.ts';
import { stemmer } from './tokens.ts';
import { whole } from './transactions.ts';
import { withWords, wordsIn } from './words.ts';

export interface Indexed extends Key {
  texts: Texts;
  /** Ids of all that it can be narrowed by. */
  about: string[];
  /** How much its words count beside those of other documents. */
  worth: number;
}

export interface Question extends Part {
  typed: string;
}

export interface Found {
  keys: Key[];
  /** How many there are in all. */
  total: number;
  /** What was looked for in the place of what is misspelled. */
  instead?: string;
  /** Who typed it, or somebody with them, may be in danger. */
  inDanger: boolean;
  /** What any of it was found by: for `mark`. */
  any: string;
}

/** Nobody means more words at once; what comes after them is left out. */
const MOST_WORDS = 16;

/**
 * A word that half of all texts have gets no weight (bm25), and in a small site these are most words. So there are
 * texts of a usual length that say nothing and cannot be found, beside which no word is in half of them.
 */
const SILENT = { texts: 200, words: 500, word: '\ue000' };

/**
 * The words of all documents in one language, in memory: no text is kept, only where in
 * which document a word stands.
 */
export class FullText {
  readonly #db = new DatabaseSync(':memory:');
  readonly #phrasing: Phrasing;
  readonly #dictionary: Dictionary;
  readonly #passages: Passages;
  readonly #ranking: Ranking;

  constructor(language: Language) {
    this.#db.exec(`
      create table documents(id integer primary key, collection, key, about, worth, unique (collection, key));
      create virtual table texts using fts5(title, summary, headings, body, content='',
        contentless_delete=1, tokenize='${language.tokenizer}');
    `);
    const silent = this.#db.prepare('insert into texts(rowid, body) values (?, ?)');
    const body = `${SILENT.word} `.repeat(SILENT.words);
    whole(this.#db, () => {
      for (let n = 1; n <= SILENT.texts; n += 1) silent.run(-n, body);
    });
    this.#phrasing = new Phrasing(language, stemmer(this.#db, language.tokenizer));
    this.#dictionary = new Dictionary(this.#db, this.#phrasing.words, this.#phrasing.fillers);
    this.#passages = new Passages(this.#db, language.tokenizer);
    this.#ranking = new Ranking(this.#db);
  }

  /** Takes documents in, or what has become of them. Nothing else runs meanwhile: some at a time. */
  put(all: Indexed[]): void {
    whole(this.#db, () => {
      for (const { collection, id, texts, about, worth } of all) {
        const { title, summary, headings, body } = texts;
        const known = this.#db
          .prepare(
            `insert into documents(collection, key, about, worth) values (?, ?, ?, ?)
           on conflict do update set about = excluded.about, worth = excluded.worth returning id`,
          )
          .get(collection, id, JSON.stringify(about), worth);
        this.#db
          .prepare(
            'insert or replace into texts(rowid, title, summary, headings, body) values (?, ?, ?, ?, ?)',
          )
          .run(Number(known?.id), title, summary, headings, body);
        this.#dictionary.put(Number(known?.id), Object.values(texts).join('\n'));
      }
    });
  }

  /** Forgets a document, if it knows it. */
  remove({ collection, id }: Key): void {
    const known = this.#db
      .prepare('delete from documents where collection = ? and key = ? returning id')
      .get(collection, id);
    if (!known) return;
    this.#db.prepare('delete from texts where rowid = ?').run(Number(known.id));
    this.#dictionary.remove(Number(known.id));
  }

  /** The best first: what has all that is wanted before what has only some of it. */
  find({ typed, ...part }: Question): Found {
    const words = wordsIn(typed).slice(0, MOST_WORDS);
    const corrections = this.#dictionary.corrections(words, this.#isKnown);
    const meant = withWords(typed, corrections);
    const { wanted, inDanger } = this.#phrasing.read(wordsIn(meant));
    const expression = expressionOf(wanted.slice(0, MOST_WORDS));
    return {
      ...this.#ranking.find(expression, part),
      instead: corrections.size > 0 ? meant : undefined,
      inDanger,
      any: expression.any,
    };
  }

  /** The title and the best passage of each document, with what was found in them marked. */
  mark(texts: Texts[], any: string): Marked[] {
    return this.#passages.of(texts, any);
  }

  readonly #isKnown = (word: string): boolean => this.#isFound(word) || this.#phrasing.knows(word);

  #isFound(word: string): boolean {
    const { any } = expressionOf([[[word]]]);
    return (
      this.#db.prepare('select 1 from texts where texts match ? limit 1').get(any) !== undefined
    );
  }
}
