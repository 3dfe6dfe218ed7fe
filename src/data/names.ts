import { DEFAULT_LOCALE, type Locale } from '#domain/locales.ts';
import type { PublicCollection } from '#domain/public-collections.ts';
import { rawCollection } from './raw-collection.ts';

export type Localized = string | Partial<Record<Locale, string>>;

/** A document, of which nothing is read but what it is asked for by. */
interface Named {
  slug?: Localized;
  filename?: string;
  sizes?: Record<string, { filename?: string } | null>;
  from?: string;
}

/** Where the names stand, for what has no slug. */
const NAMED_IN: Partial<Record<PublicCollection, (keyof Named)[]>> = {
  media: ['filename', 'sizes'],
  redirects: ['from'],
};

/**
 * By what all that is published of a collection is asked for: slugs, the names of all files of pictures,
 * the paths of redirects. Asks the database itself: Payload takes 5.4 s to run its hooks and access rules
 * over 100,000 documents, and of each only a word is wanted.
 */
export async function namesOf(collection: PublicCollection, locale: Locale): Promise<string[]> {
  const { model, published } = await rawCollection(collection);
  const docs = await model
    .find(published)
    .select(['-_id', ...(NAMED_IN[collection] ?? ['slug'])])
    .lean<Named[]>();
  return docs.flatMap((doc) => namesIn(doc, locale));
}

/** Where a published document stands, and when it was last changed. */
export interface StandsAt {
  slug: string;
  updatedAt: Date;
}

/** How many documents of a collection are published. */
export async function countOf(collection: PublicCollection): Promise<number> {
  const { model, published } = await rawCollection(collection);
  return model.countDocuments(published);
}

/** So many of them from a place on, in the order in which they were made. */
export async function* eachOf(
  collection: PublicCollection,
  locale: Locale,
  { skip, limit }: { skip: number; limit: number },
): AsyncGenerator<StandsAt> {
  const { model, published } = await rawCollection(collection);
  const found = model
    .find(published)
    .sort({ _id: 1 })
    .skip(skip)
    .limit(limit)
    .select(['-_id', 'slug', 'updatedAt'])
    .lean<(Named & { updatedAt: Date })[]>()
    .cursor();
  for await (const { slug, updatedAt } of found) {
    yield { slug: inLocale(slug, locale) ?? '', updatedAt };
  }
}

const namesIn = ({ slug, filename, sizes, from }: Named, locale: Locale): string[] =>
  [
    inLocale(slug, locale),
    filename,
    ...Object.values(sizes ?? {}).map((size) => size?.filename),
    from,
  ].filter((name) => typeof name === 'string');

/** What is said in this language, or else in the first. */
export const inLocale = (value: Localized | undefined, locale: Locale): string | undefined =>
  typeof value === 'string' ? value : (value?.[locale] ?? value?.[DEFAULT_LOCALE]);
