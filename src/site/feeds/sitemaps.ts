import {
  addressesFrom,
  changesByPart,
  countAddresses,
  MOST_IN_A_FILE,
} from '#data/listed-addresses.ts';
import type { Reader } from '#data/reader.ts';
import { env } from '#platform/environment/env.ts';
import { writeSitemap, writeSitemapIndex } from './sitemap.ts';

/** What stands at /sitemap.xml: all addresses, or the list of the parts that they fill. */
export async function sitemap(
  reader: Reader,
  most = MOST_IN_A_FILE,
): Promise<string | AsyncIterable<string>> {
  const count = await countAddresses(reader);
  return count > most
    ? writeSitemapIndex(env.SITE_URL, await changesByPart(reader, most))
    : writeSitemap(env.SITE_URL, addressesFrom(reader, 0, count));
}

/** One of the parts, from 1; undefined if there are not so many. */
export async function partOfSitemap(
  reader: Reader,
  part: number,
  most = MOST_IN_A_FILE,
): Promise<AsyncIterable<string> | undefined> {
  const first = (part - 1) * most;
  const count = await countAddresses(reader);
  return first < count ? writeSitemap(env.SITE_URL, addressesFrom(reader, first, most)) : undefined;
}
