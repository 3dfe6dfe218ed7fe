import type {
  CollectionSlug,
  FieldHook,
  PayloadRequest,
  TextField,
  TextFieldValidation,
} from 'payload';
import { isSlug, slugify } from '#domain/slug.ts';
import { claimSlug, releaseSlug } from './claim-slug.ts';

interface Options {
  /** Name of the field that the slug is derived from. */
  from?: string;
  localized?: boolean;
  /** Slugs that the site's own routes use. */
  reserved?: readonly string[];
  description?: string;
}

/**
 * The last path segment of a document, unique in its collection. It follows the title until the document
 * is published or an editor changes the slug.
 */
export const slug = ({
  from = 'title',
  localized = false,
  reserved = [],
  description = 'The last part of the page’s address, made from the title. If you change it after the page is published, the old address leads to the new one.',
}: Options = {}): TextField => ({
  name: 'slug',
  type: 'text',
  label: 'Address',
  required: true,
  unique: true,
  index: true,
  localized,
  maxLength: 110,
  validate: validateSlug(reserved),
  admin: {
    position: 'sidebar',
    description,
  },
  hooks: { beforeValidate: [followTitle(from)], afterChange: [releaseEarlierSlug] },
});

const validateSlug =
  (reserved: readonly string[]): TextFieldValidation =>
  (value) => {
    if (!value || !isSlug(value)) {
      return 'Use small letters, numbers and hyphens, like “what-detox-involves”.';
    }
    if (reserved.includes(value))
      return `“${value}” is an address of the site itself. Choose another.`;
    return true;
  };

const followTitle =
  (from: string): FieldHook =>
  async ({ value, data, originalDoc, collection, req }) => {
    const title = data?.[from] ?? originalDoc?.[from];
    const derived = typeof title === 'string' ? slugify(title) : '';
    if (!collection || !derived) return value && slugify(String(value));
    const document = { collection: collection.slug as CollectionSlug, id: originalDoc?.id, req };
    if (value && !(await mayFollowTitle(value, originalDoc, from, document)))
      return slugify(String(value));
    return value && withoutNumber(value) === derived ? value : findFreeSlug(derived, document);
  };

const releaseEarlierSlug: FieldHook = async ({ value, previousValue, collection, req }) => {
  if (collection && previousValue && previousValue !== value) {
    await releaseSlug(collection.slug, previousValue, req);
  }
  return value;
};

interface DocumentRef {
  collection: CollectionSlug;
  id: string | undefined;
  req: PayloadRequest;
}

/** True while the slug is derived from the title and the document was never published. */
async function mayFollowTitle(
  value: string,
  original: Record<string, unknown> | undefined,
  from: string,
  { collection, id, req }: DocumentRef,
): Promise<boolean> {
  if (!original || value !== original.slug) return false;
  if (withoutNumber(value) !== slugify(String(original[from] ?? ''))) return false;
  if (original._status === undefined) return false;
  const { totalDocs } = await req.payload.count({
    collection,
    where: { id: { equals: id }, _status: { equals: 'published' } },
    // System: whether a document is published does not depend on the user.
    overrideAccess: true,
    req,
  });
  return totalDocs === 0;
}

const withoutNumber = (value: string) => value.replace(/-\d+$/, '');

/** Returns `base`, or `base-2`, `base-3` … if others use it or are being created with it. */
async function findFreeSlug(base: string, { collection, id, req }: DocumentRef): Promise<string> {
  const { docs } = await req.payload.find({
    collection,
    where: { slug: { like: base }, ...(id ? { id: { not_equals: id } } : {}) },
    select: { slug: true },
    depth: 0,
    pagination: false,
    // System: a slug that the user may not see would still collide.
    overrideAccess: true,
    req,
  });
  const taken = new Set(docs.map((doc) => ('slug' in doc ? doc.slug : undefined)));
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? base : `${base}-${number}`;
    if (taken.has(free)) continue;
    // A document that exists claims nothing, or its own earlier claim would be in its way. The unique index refuses the
    // second of two that are retitled at once.
    if (id || (await claimSlug(collection, free, req))) return free;
  }
}
