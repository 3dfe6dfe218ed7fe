import { eachNode, type LexicalNode, textOf } from '#domain/lexical.ts';
import { type BlockText, type BlockTextUses, blockTextsOf } from '#domain/text-use.ts';

/** The searchable texts of a document in one language, by how much they say about its subject. */
export interface DocumentTexts {
  title: string;
  summary: string;
  /** Headings, and questions of its blocks, a line each. */
  headings: string;
  /** All texts below the summary, headings included, a line each. */
  body: string;
}

/** What a text field of a document is to the search. */
export type DocumentTextUse = 'title' | 'summary' | 'text' | 'none';

/** Which fields of a document and of its blocks are searched, in reading order. */
export interface SearchedTexts {
  fields: Record<string, DocumentTextUse>;
  blocks: BlockTextUses;
}

/** A value, or values by locale: only the caller knows the locales. */
type Localized = unknown;

/** A document as MongoDB stores it. */
export interface RawDocument {
  _id: unknown;
  [field: string]: Localized;
}

/**
 * Extracts the searchable texts of a document.
 * @param pickLocale picks the value of the wanted locale
 */
export function extractTexts(
  doc: RawDocument,
  { fields, blocks }: SearchedTexts,
  pickLocale: (value: Localized) => unknown,
): DocumentTexts {
  const texts = { title: '', summary: '' };
  const headings: string[] = [];
  const body: string[] = [];
  for (const [name, use] of Object.entries(fields)) {
    const value = pickLocale(doc[name]);
    if (use === 'title' || use === 'summary') texts[use] = String(value ?? '');
    if (use !== 'text') continue;
    if (typeof value === 'string') body.push(value);
    for (const part of [...eachNode(value)].flatMap((node) => textsOf(node, blocks))) {
      if (part.use === 'heading') headings.push(part.text);
      body.push(part.text);
    }
  }
  return { ...texts, headings: headings.join('\n'), body: body.filter(Boolean).join('\n') };
}

const textsOf = (node: LexicalNode, blocks: BlockTextUses): BlockText[] =>
  holdsText(node)
    ? [{ use: node.type === 'heading' ? 'heading' : 'text', text: textOf(node) }]
    : blockTextsOf(node, blocks);

/** True for paragraphs, headings and list items. Links are not read on their own: their text belongs to one of these. */
const holdsText = ({ type, children }: LexicalNode): boolean =>
  type !== 'link' &&
  type !== 'autolink' &&
  (children ?? []).some((child) => ['text', 'link', 'autolink'].includes(child.type));
