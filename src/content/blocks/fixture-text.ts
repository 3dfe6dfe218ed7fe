import type { LexicalNode } from '#domain/lexical.ts';

/** Rich texts as views get them, for fixtures: their links and citations are filled in. */

/** A stored rich text, as the generated types have it. */
interface Stored {
  [key: string]: unknown;
  root: {
    type: string;
    children: { [key: string]: unknown; type: string; version: number }[];
    direction: 'ltr';
    format: '';
    indent: number;
    version: number;
  };
}

type Piece = string | LexicalNode;

const nodesOf = (pieces: Piece[]): LexicalNode[] =>
  pieces.map((piece) => (typeof piece === 'string' ? { type: 'text', text: piece } : piece));

export const text = (...children: LexicalNode[]): Stored => ({
  root: {
    type: 'root',
    children: children.map((child) => ({ ...child, version: 1 })),
    direction: 'ltr',
    format: '',
    indent: 0,
    version: 1,
  },
});

export const p = (...pieces: Piece[]): LexicalNode => ({
  type: 'paragraph',
  children: nodesOf(pieces),
});

export const heading = (tag: 'h2' | 'h3', words: string, anchor: string): LexicalNode => ({
  type: 'heading',
  tag,
  anchor,
  children: nodesOf([words]),
});

export const list = (tag: 'ul' | 'ol', ...items: LexicalNode[]): LexicalNode => ({
  type: 'list',
  tag,
  children: items,
});

export const item = (...pieces: Piece[]): LexicalNode => ({
  type: 'listitem',
  children: nodesOf(pieces),
});

export const bold = (words: string): LexicalNode => ({ type: 'text', text: words, format: 1 });
export const italic = (words: string): LexicalNode => ({ type: 'text', text: words, format: 2 });

/** Without an address, it leads to what is not published. */
export const link = (words: string, href?: string): LexicalNode => ({
  type: 'link',
  fields: { href },
  children: nodesOf([words]),
});

export const cite = (key: string, number?: number, first = true): LexicalNode => ({
  type: 'inlineBlock',
  fields: { blockType: 'citation', key, number, first },
});
