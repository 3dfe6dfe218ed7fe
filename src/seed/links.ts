import type { Linkable } from '#domain/href.ts';
import { ref } from './compose.ts';

/** A link of the header or footer to a document; it appears once that is published. */
export const toDocument = (label: string, relationTo: Linkable, slug: string) => ({
  label,
  link: { type: 'document', document: { relationTo, value: ref(relationTo, slug) } },
});

/** A link of the header or footer to an address. */
export const toAddress = (label: string, address: string) => ({
  label,
  link: { type: 'address', address },
});
