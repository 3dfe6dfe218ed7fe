import type { Reader } from '#data/reader.ts';
import {
  countSitemapEntries,
  lastChangesByPart,
  MAX_ENTRIES_PER_FILE,
  streamSitemapEntries,
} from '#data/sitemap-entries.ts';
import { env } from '#platform/environment/env.ts';
import { writeSitemap, writeSitemapIndex } from './sitemap.ts';

/**
 * Loads /sitemap.xml: all addresses, or the index of its parts if there are more than fit into one file.
 * @param most addresses in a file
 */
export async function loadSitemap(
  reader: Reader,
  most = MAX_ENTRIES_PER_FILE,
): Promise<string | AsyncIterable<string>> {
  const count = await countSitemapEntries(reader);
  return count > most
    ? writeSitemapIndex(env.SITE_URL, await lastChangesByPart(reader, most))
    : writeSitemap(env.SITE_URL, streamSitemapEntries(reader, 0, count));
}

/**
 * Loads one part of the sitemap; undefined if there are fewer parts.
 * @param part from 1
 * @param most addresses in a file
 */
export async function loadSitemapPart(
  reader: Reader,
  part: number,
  most = MAX_ENTRIES_PER_FILE,
): Promise<AsyncIterable<string> | undefined> {
  const first = (part - 1) * most;
  const count = await countSitemapEntries(reader);
  return first < count
    ? writeSitemap(env.SITE_URL, streamSitemapEntries(reader, first, most))
    : undefined;
}
