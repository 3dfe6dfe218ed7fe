import { eachNode, type LexicalNode, textOf } from '#domain/lexical.ts';

/** The searchable texts of a document in one language, by how much they say about its subject. */
export interface DocumentTexts {
  title: string;
  summary: string;
  /** Headings, and questions of its blocks, a line each. */
  headings: string;
  /** All texts below the summary, headings included, a line each. */
  body: string;
}

/** A value, or values by locale: only the caller knows the locales. */
type Localized = unknown;

/** A document as MongoDB stores it. */
export interface RawDocument {
  _id: unknown;
  slug?: Localized;
  title?: Localized;
  summary?: Localized;
  levelOfCare?: Localized;
  usualDuration?: Localized;
  body?: Localized;
  whatHappens?: Localized;
  whatComesNext?: Localized;
  stages?: unknown[];
  topics?: unknown[];
}

/** The fields to load for the index. */
export const INDEXED_FIELDS = [
  'slug',
  'title',
  'summary',
  'levelOfCare',
  'usualDuration',
  'body',
  'whatHappens',
  'whatComesNext',
  'stages',
  'topics',
] as const satisfies (keyof RawDocument)[];

/**
 * Extracts the searchable texts of a document.
 * @param pickLocale picks the value of the wanted locale
 */
export function extractTexts(
  doc: RawDocument,
  pickLocale: (value: Localized) => unknown,
): DocumentTexts {
  const textOfField = (value: Localized) => String(pickLocale(value) ?? '');
  const bodies = [doc.whatHappens, doc.whatComesNext, doc.body].map(pickLocale);
  const headings: string[] = [];
  const body = [textOfField(doc.levelOfCare), textOfField(doc.usualDuration)];
  for (const node of bodies.flatMap((root) => [...eachNode(root)])) {
    const questions = blockQuestions(node);
    const words = [...(holdsText(node) ? [textOf(node)] : []), ...blockTexts(node), ...questions];
    headings.push(...(node.type === 'heading' ? words : questions));
    body.push(...words);
  }
  return {
    title: textOfField(doc.title),
    summary: textOfField(doc.summary),
    headings: headings.join('\n'),
    body: body.filter(Boolean).join('\n'),
  };
}

/** True for paragraphs, headings and list items. Links are not read on their own: their text belongs to one of these. */
const holdsText = ({ type, children }: LexicalNode): boolean =>
  type !== 'link' &&
  type !== 'autolink' &&
  (children ?? []).some((child) => ['text', 'link', 'autolink'].includes(child.type));

/** Texts of a block outside its rich texts. */
const blockTexts = ({ fields }: LexicalNode): string[] =>
  ['heading', 'introduction', 'quote', 'caption']
    .map((name) => fields?.[name])
    .filter((value) => typeof value === 'string');

const blockQuestions = ({ fields }: LexicalNode): string[] =>
  (Array.isArray(fields?.items) ? fields.items : [])
    .map(({ question }: { question?: unknown }) => question)
    .filter((question) => typeof question === 'string');
