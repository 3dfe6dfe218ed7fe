import { OWN_PAGES } from '#domain/addresses.ts';
import { pathOf } from '#domain/href.ts';
import { LISTED } from './published-documents.ts';
import type { Reader } from './reader.ts';

/** One file of a sitemap holds no more addresses (sitemaps.org, 0.9). */
export const MOST_IN_A_FILE = 50_000;

/** An address that search engines are told of, and when what stands there was last changed; ISO 8601. */
export interface ListedAddress {
  path: string;
  changed?: string;
}

/** How many addresses search engines are told of. */
export async function countAddresses(reader: Reader): Promise<number> {
  const counts = await Promise.all(LISTED.map((collection) => reader.count(collection)));
  return counts.reduce((sum, count) => sum + count, OWN_PAGES.length);
}

/** Those addresses in an order that stays, a few at a time in memory: so many, from a place on. */
export async function* addressesFrom(
  reader: Reader,
  first: number,
  most: number,
): AsyncGenerator<ListedAddress> {
  const end = first + most;
  for (const path of OWN_PAGES.slice(first, end)) yield { path };
  let before: number = OWN_PAGES.length;
  for (const collection of LISTED) {
    const count = await reader.count(collection);
    const skip = Math.max(0, first - before);
    const limit = Math.min(count, end - before) - skip;
    // To the database, no limit at all is 0.
    if (limit > 0) {
      for await (const { slug, updatedAt } of reader.each(collection, { skip, limit })) {
        yield { path: pathOf(collection, slug), changed: updatedAt.toISOString() };
      }
    }
    before += count;
  }
}

/** Cut into parts of such a length, when anything in each was last changed; at least one part. */
export async function changesByPart(
  reader: Reader,
  length: number,
): Promise<(string | undefined)[]> {
  const latest: (string | undefined)[] = [undefined];
  let place = 0;
  for await (const { changed } of addressesFrom(reader, 0, Number.POSITIVE_INFINITY)) {
    const part = Math.floor(place / length);
    const known = latest[part];
    latest[part] = known && (!changed || known > changed) ? known : changed;
    place += 1;
  }
  return latest;
}
