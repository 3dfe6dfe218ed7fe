import type { Locale } from '#domain/locales.ts';
import { inLocale, type Localized } from './names.ts';
import { payload } from './payload.ts';

/** The field of an article in which they stand. */
const FIELD = { topics: 'topics', people: 'authors' } as const;

interface Counted {
  slug?: Localized;
  articles: number;
}

/**
 * How many published articles each topic has, or each person; by slug, without those that have none. The
 * database counts: 100,000 documents stay where they are.
 */
export async function articleCounts(
  of: keyof typeof FIELD,
  locale: Locale,
): Promise<Map<string, number>> {
  const { articles: model, [of]: others } = (await payload()).db.collections;
  if (!model || !others) throw new Error(`There are no articles, or no ${of}.`);
  const counted = await model.aggregate<Counted>([
    { $match: { _status: 'published' } },
    { $project: { of: `$${FIELD[of]}` } },
    { $unwind: '$of' },
    { $group: { _id: '$of', articles: { $sum: 1 } } },
    {
      $lookup: {
        from: others.collection.name,
        localField: '_id',
        foreignField: '_id',
        as: 'found',
      },
    },
    { $project: { articles: 1, slug: { $first: '$found.slug' } } },
  ]);
  return new Map(
    counted.flatMap(({ slug, articles }) => {
      const name = inLocale(slug, locale);
      return name === undefined ? [] : [[name, articles] as const];
    }),
  );
}
