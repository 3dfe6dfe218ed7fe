import type {
  AnyBlockView,
  BlockData,
  BlockOf,
  BlockType,
  BlockView,
  HeadingLevel,
} from '#content/blocks/block-view.ts';
import { type LexicalNode, textOf } from '#domain/lexical.ts';
import { slugify } from '#domain/slug.ts';
import type { SourceView } from '#domain/view-models.ts';

// All functions here take the nodes of a body in reading order.

/**
 * Gives headings and blocks unique anchors. Headings of the text get theirs first, so that a new block does not change
 * their addresses.
 */
export function assignAnchors(nodes: LexicalNode[]): void {
  const usedAnchors = new Set<string>();
  const anchorFor = (words: string): string => {
    const anchor = slugify(words) || 'part';
    let unusedAnchor = anchor;
    for (let count = 2; usedAnchors.has(unusedAnchor); count += 1)
      unusedAnchor = `${anchor}-${count}`;
    usedAnchors.add(unusedAnchor);
    return unusedAnchor;
  };
  for (const node of nodes) {
    if (node.type === 'heading') node.anchor = anchorFor(textOf(node));
  }
  for (const { type, fields } of nodes) {
    const heading = type === 'block' && headingOf(fields as unknown as AnyBlockView);
    if (fields && heading) fields.anchor = anchorFor(heading);
  }
}

/** Types of block whose loaded data has this property. */
type BlockTypeWith<Name extends string> = {
  [T in BlockType]: Name extends keyof BlockData[T] ? T : never;
}[BlockType];

/** The main heading of each block with an anchor; undefined for an empty list, which is not shown. */
const HEADINGS: {
  [T in BlockTypeWith<'anchor'>]: (block: BlockView<BlockOf<T>>) => string | undefined;
} = {
  'questions-and-answers': ({ heading }) => heading,
  'related-articles': ({ cards, heading }) => (cards.length > 0 ? heading : undefined),
  sources: ({ list, heading }) => (list.length > 0 ? heading : undefined),
  'treatment-pathway': ({ stages, heading }) => (stages.length > 0 ? heading : undefined),
};

const headingOf = (block: AnyBlockView): string | undefined =>
  Object.hasOwn(HEADINGS, block.blockType)
    ? HEADINGS[block.blockType as BlockTypeWith<'anchor'>](block as never)
    : undefined;

/** The blocks whose heading depends on their place. */
const LEVELED: Record<BlockTypeWith<'level'>, true> = { callout: true };

/** Sets the heading level of these blocks: 3 below a heading of the text, 2 before the first one. */
export function assignHeadingLevels(nodes: LexicalNode[]): void {
  let level: HeadingLevel = 2;
  for (const { type, fields } of nodes) {
    if (type === 'heading') level = 3;
    if (fields && Object.hasOwn(LEVELED, fields.blockType ?? '')) fields.level = level;
  }
}

/** Replaces repeated forms with panels that lead to the form: the ids of its fields must be unique on a page. */
export function replaceRepeatedForms(nodes: LexicalNode[]): void {
  const placed = new Set<unknown>();
  for (const { fields } of nodes) {
    if (fields?.blockType !== 'call-to-action' || fields.show !== 'form') continue;
    if (placed.has(fields.callToAction)) fields.show = 'panel';
    placed.add(fields.callToAction);
  }
}

const citationsIn = (nodes: LexicalNode[]) =>
  nodes.flatMap(({ fields }) => (fields?.blockType === 'citation' ? [fields] : []));

/** Returns the keys of the sources that a body cites. */
export const citedSourceKeys = (nodes: LexicalNode[]): ReadonlySet<string> =>
  new Set(citationsIn(nodes).map(({ key }) => String(key)));

/** Gives each citation the number of its source in the list. A citation without a source gets none and is not shown. */
export function numberCitations(nodes: LexicalNode[], sources: readonly SourceView[]): void {
  const seen = new Set<number>();
  for (const citation of citationsIn(nodes)) {
    const number = sources.findIndex(({ key }) => key === citation.key) + 1;
    if (number === 0) continue;
    Object.assign(citation, { number, first: !seen.has(number) });
    seen.add(number);
  }
}
