import type { LinkableCollection } from '#domain/collections.ts';

/**
 * A small markup language for the texts that ship with the product. It creates the same Lexical nodes as the editor in
 * the admin, so that the seeded documents are ordinary documents.
 *
 * Inline markup: `**strong**`, `_emphasis_`, `[words](article:slug)`, `[words](stage:slug)`,
 * `[words](page:slug)`, `[words](https://…)`, `[words](tel:911)`, and `[^key]` to cite a source.
 */

/** A reference to a document by its slug, which `resolveRefs` replaces by the document's id. */
export interface Ref {
  $ref: { collection: RefCollection; slug: string };
}

export type RefCollection = LinkableCollection | 'media';

export interface Node {
  [key: string]: unknown;
  type: string;
  version: number;
}

/** A Lexical editor state, the value of a rich text field. */
export interface Body {
  root: Node & { children: Node[] };
}

export const ref = (collection: RefCollection, slug: string): Ref => ({
  $ref: { collection, slug },
});

const COLLECTION_BY_SCHEME: Record<string, RefCollection> = {
  article: 'articles',
  page: 'pages',
  stage: 'treatment-stages',
};

const FORMAT = { plain: 0, strong: 1, emphasis: 2 } as const;

const text = (value: string, format: number = FORMAT.plain): Node => ({
  type: 'text',
  detail: 0,
  format,
  mode: 'normal',
  style: '',
  text: value,
  version: 1,
});

function link(label: string, target: string): Node {
  const [scheme = '', slug = ''] = target.split(/:(.*)/s);
  const collection = COLLECTION_BY_SCHEME[scheme];
  const fields = collection
    ? {
        linkType: 'internal',
        newTab: false,
        doc: { relationTo: collection, value: ref(collection, slug) },
      }
    : { linkType: 'custom', newTab: false, url: target };
  return { ...element('link', [text(label)]), fields, version: 3 };
}

const element = (type: string, children: Node[], more: object = {}): Node => ({
  type,
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
  version: 1,
  ...more,
});

const INLINE = /\*\*(.+?)\*\*|_(.+?)_|\[\^([a-z0-9-]+)\]|\[([^[\]]+)\]\(([^)]+)\)/g;

/** Parses a line with inline markup into Lexical text, link and citation nodes. */
export function inline(line: string): Node[] {
  const nodes: Node[] = [];
  let end = 0;
  for (const match of line.matchAll(INLINE)) {
    const [whole, strong, emphasis, citation, label, target] = match;
    if (match.index > end) nodes.push(text(line.slice(end, match.index)));
    if (strong) nodes.push(text(strong, FORMAT.strong));
    else if (emphasis) nodes.push(text(emphasis, FORMAT.emphasis));
    else if (citation)
      nodes.push({
        type: 'inlineBlock',
        fields: { blockType: 'citation', key: citation },
        version: 1,
      });
    else if (label && target) nodes.push(link(label, target));
    end = match.index + whole.length;
  }
  if (end < line.length) nodes.push(text(line.slice(end)));
  return nodes;
}

export const p = (line: string): Node =>
  element('paragraph', inline(line), { textFormat: 0, textStyle: '' });
export const h2 = (line: string): Node => element('heading', inline(line), { tag: 'h2' });
export const h3 = (line: string): Node => element('heading', inline(line), { tag: 'h3' });

const list = (listType: 'bullet' | 'number', tag: 'ul' | 'ol', items: string[]): Node =>
  element(
    'list',
    items.map((item, index) => element('listitem', inline(item), { value: index + 1 })),
    { listType, tag, start: 1 },
  );

export const bullets = (...items: string[]): Node => list('bullet', 'ul', items);
export const steps = (...items: string[]): Node => list('number', 'ol', items);

export const body = (...children: Node[]): Body => ({
  root: element('root', children) as Body['root'],
});

const block = (blockType: string, fields: object): Node => ({
  type: 'block',
  format: '',
  fields: { blockType, blockName: '', ...fields },
  version: 2,
});

export const pathway = (heading: string, introduction = ''): Node =>
  block('treatment-pathway', { heading, introduction });

export const callToAction = (slug: string, show: 'form' | 'panel'): Node =>
  block('call-to-action', { callToAction: ref('calls-to-action', slug), show });

export const related = (heading: string, ...articles: string[]): Node =>
  block('related-articles', { heading, articles: articles.map((slug) => ref('articles', slug)) });

export const callout = (
  tone: 'note' | 'safety' | 'crisis',
  heading: string,
  ...children: Node[]
): Node => block('callout', { tone, heading, body: body(...children) });

export const picture = (media: string, caption = ''): Node =>
  block('media', { media: ref('media', media), caption });

export const quotation = (quote: string, source: string, url?: string): Node =>
  block('quotation', { quote, source, url });

export const questions = (heading: string, items: { question: string; answer: Node[] }[]): Node =>
  block('questions-and-answers', {
    heading,
    items: items.map(({ question, answer }) => ({ question, answer: body(...answer) })),
  });

export const sources = (heading = 'Sources'): Node => block('sources', { heading });
