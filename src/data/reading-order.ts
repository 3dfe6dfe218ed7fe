import type { HeadingLevel } from '#blocks/shown.ts';
import { type LexicalNode, textOf } from '#domain/lexical.ts';
import type { ShownSource } from '#domain/shown.ts';
import { slugify } from '#domain/slug.ts';

/** What parts of a body are called depends on what stands before them: nodes come in reading order. */

/** Headings with the same words still have addresses of their own. */
export function giveAnchors(nodes: LexicalNode[]): void {
  const taken = new Map<string, number>();
  for (const node of nodes) {
    if (node.type !== 'heading') continue;
    const words = slugify(textOf(node)) || 'part';
    const count = (taken.get(words) ?? 0) + 1;
    taken.set(words, count);
    node.anchor = count === 1 ? words : `${words}-${count}`;
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
export function giveNumbers(nodes: LexicalNode[], sources: readonly ShownSource[]): void {
  const seen = new Set<number>();
  for (const citation of citationsIn(nodes)) {
    const number = sources.findIndex(({ key }) => key === citation.key) + 1;
    if (number === 0) continue;
    Object.assign(citation, { number, first: !seen.has(number) });
    seen.add(number);
  }
}
