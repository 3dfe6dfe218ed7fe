import type { LinkableCollection } from '#domain/collections.ts';
import { ref } from './rich-text-markup.ts';

/** Creates a link of the header or footer to a document. It appears once the document is published. */
export const linkToDocument = (label: string, relationTo: LinkableCollection, slug: string) => ({
  label,
  link: { type: 'document', document: { relationTo, value: ref(relationTo, slug) } },
});

/** Creates a link of the header or footer to an address. */
export const linkToAddress = (label: string, address: string) => ({
  label,
  link: { type: 'address', address },
});
