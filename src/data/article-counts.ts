import type { PublicCollection } from '#domain/collections.ts';
import type { Locale } from '#domain/locales.ts';
import { type Localized, pickLocale } from './published-names.ts';
import { rawCollection } from './raw-collection.ts';

/** A filter of a list of articles: by the documents that a field refers to. */
export interface ListFilter {
  /** Name of the URL's query parameter. */
  parameter: string;
  field: 'authors' | 'stages' | 'topics';
  /** The collection that the field refers to. */
  collection: PublicCollection;
}

interface FilterCount {
  _id: Record<string, unknown>;
  articles: number;
}

/**
 * Counts the published articles in all and for each combination of filter values that has any. Keys are query strings
 * like `stage=a&topic=b`, in the order of the filters; the empty key counts all. MongoDB counts, so that 100,000
 * documents need not be loaded.
 */
export async function countArticlesByFilters(
  filters: readonly ListFilter[],
  locale: Locale,
): Promise<Map<string, number>> {
  const { model, published } = await rawCollection('articles');
  const slugs = await loadSlugs(
    filters.map(({ collection }) => collection),
    locale,
  );
  const counts = await model.aggregate<FilterCount>([
    { $match: published },
    { $project: Object.fromEntries(filters.map(({ field }) => [field, valuesOrNull(field)])) },
    ...filters.map(({ field }) => ({ $unwind: `$${field}` })),
    {
      $group: {
        _id: Object.fromEntries(filters.map(({ parameter, field }) => [parameter, `$${field}`])),
        articles: { $sum: 1 },
      },
    },
  ]);
  return new Map(
    counts.map(({ _id, articles }) => {
      const filterValues = filters.flatMap(({ parameter }) =>
        _id[parameter] === null ? [] : [[parameter, slugs.get(String(_id[parameter])) ?? '']],
      );
      return [String(new URLSearchParams(filterValues)), articles];
    }),
  );
}

/** Returns an expression for the values of a field, and null: an article counts for each value and without the filter. */
const valuesOrNull = (field: string) => ({ $setUnion: [[null], { $ifNull: [`$${field}`, []] }] });

/** Loads the slugs of all documents of these collections, by id. */
async function loadSlugs(
  collections: readonly PublicCollection[],
  locale: Locale,
): Promise<Map<string, string>> {
  const docs = await Promise.all(
    collections.map(async (collection) => {
      const { model } = await rawCollection(collection);
      return model.find().select('slug').lean<{ _id: unknown; slug?: Localized }[]>();
    }),
  );
  return new Map(docs.flat().map(({ _id, slug }) => [String(_id), pickLocale(slug, locale) ?? '']));
}
