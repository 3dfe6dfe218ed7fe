// Builders of rich texts for fixtures, as views receive them: links and citations are already resolved.

import type { LexicalNode } from '#domain/lexical.ts';

/** A rich text in the shape of the generated types. */
interface StoredRichText {
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

type InlineContent = string | LexicalNode;

const toNodes = (pieces: InlineContent[]): LexicalNode[] =>
  pieces.map((piece) => (typeof piece === 'string' ? { type: 'text', text: piece } : piece));

export const richText = (...children: LexicalNode[]): StoredRichText => ({
  root: {
    type: 'root',
    children: children.map((child) => ({ ...child, version: 1 })),
    direction: 'ltr',
    format: '',
    indent: 0,
    version: 1,
  },
});

export const p = (...pieces: InlineContent[]): LexicalNode => ({
  type: 'paragraph',
  children: toNodes(pieces),
});

export const heading = (tag: 'h2' | 'h3', content: string, anchor: string): LexicalNode => ({
  type: 'heading',
  tag,
  anchor,
  children: toNodes([content]),
});

export const list = (tag: 'ul' | 'ol', ...items: LexicalNode[]): LexicalNode => ({
  type: 'list',
  tag,
  children: items,
});

export const item = (...pieces: InlineContent[]): LexicalNode => ({
  type: 'listitem',
  children: toNodes(pieces),
});

export const bold = (content: string): LexicalNode => ({ type: 'text', text: content, format: 1 });
export const italic = (content: string): LexicalNode => ({
  type: 'text',
  text: content,
  format: 2,
});

/** Builds a link; without `href` its target is not published. */
export const link = (content: string, href?: string): LexicalNode => ({
  type: 'link',
  fields: { href },
  children: toNodes([content]),
});

export const cite = (key: string, number?: number, first = true): LexicalNode => ({
  type: 'inlineBlock',
  fields: { blockType: 'citation', key, number, first },
});
