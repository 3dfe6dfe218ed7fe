import { eachNode, type LexicalNode, textOf } from '#domain/lexical.ts';

/** The words of a document, by how much they say of what it is about. */
export interface Texts {
  title: string;
  summary: string;
  /** Its headings, and the questions that it answers. */
  headings: string;
  /** All that is below the summary, headings included. */
  body: string;
}

type Localized = unknown;

/** A document as the database holds it. */
export interface Stored {
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

/** The fields that are read. */
export const READ = [
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
] as const satisfies (keyof Stored)[];

/** The words of a document in a language. */
export function textsOf(doc: Stored, inLocale: (value: Localized) => unknown): Texts {
  const said = (value: Localized) => String(inLocale(value) ?? '');
  const bodies = [doc.whatHappens, doc.whatComesNext, doc.body].map(inLocale);
  const headings: string[] = [];
  const body = [said(doc.levelOfCare), said(doc.usualDuration)];
  for (const node of bodies.flatMap((one) => [...eachNode(one)])) {
    const questions = questionsOf(node);
    const words = [...(holdsText(node) ? [textOf(node)] : []), ...wordsOf(node), ...questions];
    headings.push(...(node.type === 'heading' ? words : questions));
    body.push(...words);
  }
  return {
    title: said(doc.title),
    summary: said(doc.summary),
    headings: headings.join('\n'),
    body: body.filter(Boolean).join('\n'),
  };
}

/** A paragraph, a heading or an item of a list; what stands in a link belongs to one of them. */
const holdsText = ({ type, children }: LexicalNode): boolean =>
  type !== 'link' &&
  type !== 'autolink' &&
  (children ?? []).some((child) => ['text', 'link', 'autolink'].includes(child.type));

/** What the blocks of a text say beside their rich texts. */
const wordsOf = ({ fields }: LexicalNode): string[] =>
  ['heading', 'introduction', 'quote', 'caption']
    .map((name) => fields?.[name])
    .filter((value) => typeof value === 'string');

const questionsOf = ({ fields }: LexicalNode): string[] =>
  (Array.isArray(fields?.items) ? fields.items : [])
    .map(({ question }: { question?: unknown }) => question)
    .filter((question) => typeof question === 'string');
