import type { DatabaseSync } from 'node:sqlite';
import type { TextSegment } from '#domain/search-results.ts';
import type { DocumentTexts } from './document-texts.ts';
import { runAndRollBack } from './transactions.ts';

/** The texts of a search result, split into pieces; matches are marked. */
export interface HighlightedDocument {
  title: TextSegment[];
  /** The summary, or the passage of the body if that has more distinct matches. */
  text: TextSegment[];
}

/** Enclose a match in FTS5's results; texts do not contain these control characters. */
const MATCH_BEGIN = '\u0002';
const MATCH_END = '\u0003';
/** Length of a passage. */
const SNIPPET_WORDS = 28;

const HIGHLIGHT_QUERY = `
  select rowid as n,
    highlight(result_texts, 0, :begin, :end) as title,
    highlight(result_texts, 1, :begin, :end) as summary,
    snippet(result_texts, 2, :begin, :end, '…', ${SNIPPET_WORDS}) as passage
  from result_texts where result_texts match :matchAny`;

/** Marks matches in the texts of the results of a page. The texts are indexed for that, and removed again: the index stores none. */
export class Highlighter {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync, tokenizer: string) {
    this.#db = db;
    db.exec(
      `create virtual table result_texts using fts5(title, summary, text, tokenize='${tokenizer}')`,
    );
  }

  /**
   * Returns the highlighted texts of each document, in the given order.
   * @param matchAny an FTS5 expression that matches any term of the query
   */
  highlight(texts: DocumentTexts[], matchAny: string): HighlightedDocument[] {
    const insert = this.#db.prepare(
      'insert into result_texts(rowid, title, summary, text) values (?, ?, ?, ?)',
    );
    if (texts.length === 0) return [];
    const rows = runAndRollBack(this.#db, () => {
      texts.forEach(({ title, summary, body }, n) => {
        insert.run(n, title, summary, joinLines(body));
      });
      return this.#db
        .prepare(HIGHLIGHT_QUERY)
        .all({ begin: MATCH_BEGIN, end: MATCH_END, matchAny });
    });
    return texts.map(({ title, summary }, n) => {
      const row = rows.find((candidate) => candidate.n === n) ?? { title, summary, passage: '' };
      return {
        title: splitPieces(String(row.title)),
        text: pickRicher(splitPieces(String(row.summary)), splitPieces(String(row.passage))),
      };
    });
  }
}

/** Joins lines into one. Lines without punctuation at their end, like headings, get a separator. */
const joinLines = (lines: string): string => lines.replaceAll(/(?<=[^.!?:…”)])\n/g, ' · ');

function splitPieces(marked: string): TextSegment[] {
  return marked.split(MATCH_BEGIN).flatMap((part, n) => {
    if (n === 0) return part ? [{ text: part }] : [];
    const [match = '', ...rest] = part.split(MATCH_END);
    const after = rest.join('');
    return [{ text: match, isMatch: true }, ...(after ? [{ text: after }] : [])];
  });
}

/** Returns the second text if it has more distinct matches, else the first. */
const pickRicher = (one: TextSegment[], other: TextSegment[]): TextSegment[] =>
  countDistinctMatches(other) > countDistinctMatches(one) ? other : one;

const countDistinctMatches = (pieces: TextSegment[]): number =>
  new Set(pieces.flatMap(({ text, isMatch }) => (isMatch ? [text.toLowerCase()] : []))).size;
