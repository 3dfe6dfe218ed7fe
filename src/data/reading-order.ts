import type { AnyShown, HeadingLevel } from '#content/blocks/block-view.ts';
import { type LexicalNode, textOf } from '#domain/lexical.ts';
import { slugify } from '#domain/slug.ts';
import type { SourceView } from '#domain/view-models.ts';

/** What parts of a body are called depends on what stands before them: nodes come in reading order. */

/**
 * Headings with the same words still have addresses of their own. Those of the text come first: a block
 * that is put between them takes none of theirs.
 */
export function giveAnchors(nodes: LexicalNode[]): void {
  const taken = new Set<string>();
  const anchorFor = (words: string): string => {
    const anchor = slugify(words) || 'part';
    let free = anchor;
    for (let count = 2; taken.has(free); count += 1) free = `${anchor}-${count}`;
    taken.add(free);
    return free;
  };
  for (const node of nodes) {
    if (node.type === 'heading') node.anchor = anchorFor(textOf(node));
  }
  for (const { type, fields } of nodes) {
    const heading = type === 'block' && headingOf(fields as unknown as AnyShown);
    if (fields && heading) fields.anchor = anchorFor(heading);
  }
}

/** The main heading of a block that has one; without anything below it, it is not shown. */
function headingOf(block: AnyShown): string | undefined {
  switch (block.blockType) {
    case 'questions-and-answers':
      return block.heading;
    case 'related-articles':
      return block.cards.length > 0 ? block.heading : undefined;
    case 'sources':
      return block.list.length > 0 ? block.heading : undefined;
    case 'treatment-pathway':
      return block.stations.length > 0 ? block.heading : undefined;
    default:
      return undefined;
  }
}

/** A callout belongs to the part it stands in; before the first part, its heading is a main one. */
export function giveLevels(nodes: LexicalNode[]): void {
  let level: HeadingLevel = 2;
  for (const { type, fields } of nodes) {
    if (type === 'heading') level = 3;
    if (fields?.blockType === 'callout') fields.level = level;
  }
}

/** A form stands on a page once, and its fields with it: where it comes again, a panel leads to it. */
export function giveForms(nodes: LexicalNode[]): void {
  const placed = new Set<unknown>();
  for (const { fields } of nodes) {
    if (fields?.blockType !== 'call-to-action' || fields.show !== 'form') continue;
    if (placed.has(fields.callToAction)) fields.show = 'panel';
    placed.add(fields.callToAction);
  }
}

const citationsIn = (nodes: LexicalNode[]) =>
  nodes.flatMap(({ fields }) => (fields?.blockType === 'citation' ? [fields] : []));

/** Keys of the sources that are cited. */
export const citedIn = (nodes: LexicalNode[]): ReadonlySet<string> =>
  new Set(citationsIn(nodes).map(({ key }) => String(key)));

/** A citation has its source's number; without a source in the list it has none and shows nothing. */
export function giveNumbers(nodes: LexicalNode[], sources: readonly SourceView[]): void {
  const seen = new Set<number>();
  for (const citation of citationsIn(nodes)) {
    const number = sources.findIndex(({ key }) => key === citation.key) + 1;
    if (number === 0) continue;
    Object.assign(citation, { number, first: !seen.has(number) });
    seen.add(number);
  }
}
