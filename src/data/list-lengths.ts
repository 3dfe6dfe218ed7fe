import type { Locale } from '#domain/locales.ts';
import type { PublicCollection } from '#domain/public-collections.ts';
import { inLocale, type Localized } from './names.ts';
import { rawCollection } from './raw-collection.ts';

/** What a list of articles can be narrowed by: the field of an article, and what it points to. */
export interface Narrowing {
  /** Its name in a query. */
  parameter: string;
  field: 'authors' | 'stages' | 'topics';
  of: PublicCollection;
}

interface Counted {
  _id: Record<string, unknown>;
  articles: number;
}

/**
 * How many published articles there are, in all and under each combination of what they are narrowed by that
 * has any. Keys are queries like `stage=a&topic=b`, in the order of the narrowings; that of all is empty.
 * The database counts: 100,000 documents stay where they are.
 */
export async function listLengths(
  by: readonly Narrowing[],
  locale: Locale,
): Promise<Map<string, number>> {
  const { model, published } = await rawCollection('articles');
  const slugs = await slugsOf(
    by.map(({ of }) => of),
    locale,
  );
  const counted = await model.aggregate<Counted>([
    { $match: published },
    { $project: Object.fromEntries(by.map(({ field }) => [field, orAny(field)])) },
    ...by.map(({ field }) => ({ $unwind: `$${field}` })),
    {
      $group: {
        _id: Object.fromEntries(by.map(({ parameter, field }) => [parameter, `$${field}`])),
        articles: { $sum: 1 },
      },
    },
  ]);
  return new Map(
    counted.map(({ _id, articles }) => {
      const narrowed = by.flatMap(({ parameter }) =>
        _id[parameter] === null ? [] : [[parameter, slugs.get(String(_id[parameter])) ?? '']],
      );
      return [String(new URLSearchParams(narrowed)), articles];
    }),
  );
}

/** The values of a field, and none of them: an article counts under each, and without it. */
const orAny = (field: string) => ({ $setUnion: [[null], { $ifNull: [`$${field}`, []] }] });

/** Slugs by the ids of their documents. */
async function slugsOf(
  of: readonly PublicCollection[],
  locale: Locale,
): Promise<Map<string, string>> {
  const found = await Promise.all(
    of.map(async (collection) => {
      const { model } = await rawCollection(collection);
      return model.find().select('slug').lean<{ _id: unknown; slug?: Localized }[]>();
    }),
  );
  return new Map(found.flat().map(({ _id, slug }) => [String(_id), inLocale(slug, locale) ?? '']));
}
