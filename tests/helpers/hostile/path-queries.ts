import fc from 'fast-check';
import type { SanitizedCollectionConfig } from 'payload';
import { fieldPaths } from './paths.ts';
import { OPERATORS } from './queries.ts';

const VALUES = [
  '',
  'a',
  '[',
  '(a+)+$',
  '*',
  'null',
  'true',
  'false',
  '0',
  '-1',
  '1e99',
  'NaN',
  '1,2,3',
  '2026-01-01',
  '2026-13-45T99:99',
  '507f1f77bcf86cd799439011',
  'x'.repeat(90),
  '😀',
];

/** Generates REST queries with any field path of any collection, and with values that may not fit. */
export function fieldPathQueries(
  collections: SanitizedCollectionConfig[],
  seed: number,
  count: number,
): string[] {
  const slugs = collections.filter(({ endpoints }) => endpoints).map(({ slug }) => slug);
  const paths = new Map<string, string[]>();
  const pathsOf = (slug: string, relations: number) => {
    const key = `${slug} ${relations}`;
    const collectionPaths = paths.get(key) ?? fieldPaths(collections, slug, relations);
    paths.set(key, collectionPaths);
    return collectionPaths.length > 0 ? collectionPaths : ['id'];
  };
  const query = fc
    .tuple(fc.constantFrom(...slugs), fc.constantFrom(0, 0, 1, 1, 2))
    .chain(([slug, relations]) => {
      const path = fc.constantFrom(...pathsOf(slug, relations));
      const value = fc.constantFrom(...VALUES).map(encodeURIComponent);
      const list = fc.constantFrom('', '', '', '/count', '/versions');
      const version = fc.constantFrom('', '', 'version.');
      const part = fc.oneof(
        {
          arbitrary: fc
            .tuple(
              fc.constantFrom('where', 'where', 'where[or][0]', 'where[and][1]'),
              version,
              path,
              fc.constantFrom(...OPERATORS),
              fc.constantFrom('', '', '', '[]', '[a]', '[0]', '[id][equals]'),
              value,
            )
            .map(
              ([where, prefix, at, operator, suffix, value]) =>
                `${where}[${prefix}${at}][${operator}]${suffix}=${value}`,
            ),
          weight: 6,
        },
        {
          arbitrary: fc
            .tuple(fc.constantFrom('', '-'), version, path)
            .map(([sign, prefix, at]) => `sort=${sign}${prefix}${at}`),
          weight: 2,
        },
        {
          arbitrary: fc
            .tuple(fc.constantFrom('select', 'populate', 'joins'), path, value)
            .map(([name, at, value]) => `${name}[${at.replaceAll('.', '][')}]=${value}`),
          weight: 1,
        },
        {
          arbitrary: fc.constantFrom('draft=true', 'depth=2', 'locale=all', 'locale=*'),
          weight: 1,
        },
      );
      return fc
        .tuple(list, fc.array(part, { minLength: 1, maxLength: 3 }))
        .map(([under, parts]) => `/${slug}${under}?${[...new Set(parts)].join('&')}`);
    });
  return fc.sample(query, { seed, numRuns: count });
}
