import type { DatabaseSync } from 'node:sqlite';
import type { Piece } from '#domain/search-results.ts';
import type { Texts } from './texts.ts';
import { undone } from './transactions.ts';

/** A document as a result shows it, in pieces: those that were looked for are marked. */
export interface Marked {
  title: Piece[];
  /** Its summary, or the passage that has more of what was looked for. */
  text: Piece[];
}

/** Around what was found; no text has these signs. */
const BEGIN = '\u0002';
const END = '\u0003';
/** How long a passage is. */
const WORDS = 28;

const MARK = `
  select rowid as n,
    highlight(shown, 0, :begin, :end) as title,
    highlight(shown, 1, :begin, :end) as summary,
    snippet(shown, 2, :begin, :end, '…', ${WORDS}) as passage
  from shown where shown match :any`;

/** Finds where words stand in the texts of the few documents that are shown. */
export class Passages {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync, tokenizer: string) {
    this.#db = db;
    db.exec(`create virtual table shown using fts5(title, summary, text, tokenize='${tokenizer}')`);
  }

  /** @param any what was looked for */
  of(texts: Texts[], any: string): Marked[] {
    const give = this.#db.prepare(
      'insert into shown(rowid, title, summary, text) values (?, ?, ?, ?)',
    );
    if (texts.length === 0) return [];
    const marked = undone(this.#db, () => {
      texts.forEach(({ title, summary, body }, n) => {
        give.run(n, title, summary, inOne(body));
      });
      return this.#db.prepare(MARK).all({ begin: BEGIN, end: END, any });
    });
    return texts.map(({ title, summary }, n) => {
      const found = marked.find((one) => one.n === n) ?? { title, summary, passage: '' };
      return {
        title: piecesOf(String(found.title)),
        text: richer(piecesOf(String(found.summary)), piecesOf(String(found.passage))),
      };
    });
  }
}

/** Lines that become one: what has no end of its own, as a heading has none, gets one. */
const inOne = (lines: string): string => lines.replaceAll(/(?<=[^.!?:…”)])\n/g, ' · ');

function piecesOf(marked: string): Piece[] {
  return marked.split(BEGIN).flatMap((part, n) => {
    if (n === 0) return part ? [{ text: part }] : [];
    const [found = '', ...rest] = part.split(END);
    const after = rest.join('');
    return [{ text: found, found: true }, ...(after ? [{ text: after }] : [])];
  });
}

/** The second if it has more different words of those that were looked for, else the first. */
const richer = (one: Piece[], other: Piece[]): Piece[] =>
  wealth(other) > wealth(one) ? other : one;

const wealth = (pieces: Piece[]): number =>
  new Set(pieces.flatMap(({ text, found }) => (found ? [text.toLowerCase()] : []))).size;
