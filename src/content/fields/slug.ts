import type {
  CollectionSlug,
  FieldHook,
  PayloadRequest,
  TextField,
  TextFieldValidation,
} from 'payload';
import { isSlug, slugify } from '#domain/slug.ts';

interface Options {
  /** The field that the slug is made from. */
  from?: string;
  localized?: boolean;
  /** Slugs that are taken by pages of the site itself. */
  reserved?: readonly string[];
  /** What an editor is told of it. */
  description?: string;
}

/**
 * The piece of the address that names a document. It follows the title until the document is
 * published or an editor changes it, and never repeats another one of its collection.
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
  validate: validSlug(reserved),
  admin: {
    position: 'sidebar',
    description,
  },
  hooks: { beforeValidate: [followTitle(from)] },
});

const validSlug =
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
    const made = typeof title === 'string' ? slugify(title) : '';
    if (!collection || !made) return value && slugify(String(value));
    const peers = { collection: collection.slug as CollectionSlug, id: originalDoc?.id, req };
    if (value && !(await stillFollows(value, originalDoc, from, peers)))
      return slugify(String(value));
    return value && withoutNumber(value) === made ? value : firstFree(made, peers);
  };

interface Peers {
  collection: CollectionSlug;
  id: string | undefined;
  req: PayloadRequest;
}

/** True while the slug is the one made from the title and no reader can have met it. */
async function stillFollows(
  value: string,
  original: Record<string, unknown> | undefined,
  from: string,
  { collection, id, req }: Peers,
): Promise<boolean> {
  if (!original || value !== original.slug) return false;
  if (withoutNumber(value) !== slugify(String(original[from] ?? ''))) return false;
  if (original._status === undefined) return false;
  const { totalDocs } = await req.payload.count({
    collection,
    where: { id: { equals: id }, _status: { equals: 'published' } },
    // System: whether readers can have met it does not depend on who asks.
    overrideAccess: true,
    req,
  });
  return totalDocs === 0;
}

const withoutNumber = (value: string) => value.replace(/-\d+$/, '');

/** `made`, or `made-2`, `made-3` … if others have it. The unique index decides in the end. */
async function firstFree(made: string, { collection, id, req }: Peers): Promise<string> {
  const { docs } = await req.payload.find({
    collection,
    where: { slug: { like: made }, ...(id ? { id: { not_equals: id } } : {}) },
    select: { slug: true },
    depth: 0,
    pagination: false,
    // System: a slug that is hidden from this person would still collide.
    overrideAccess: true,
    req,
  });
  const taken = new Set(docs.map((doc) => ('slug' in doc ? doc.slug : undefined)));
  let free = made;
  for (let number = 2; taken.has(free); number += 1) free = `${made}-${number}`;
  return free;
}
