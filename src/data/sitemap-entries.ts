import { LISTED_COLLECTIONS } from '#domain/collections.ts';
import { documentPath } from '#domain/href.ts';
import { FIXED_PAGE_PATHS } from '#domain/site-paths.ts';
import type { Reader } from './reader.ts';

/** Limit of a sitemap file (sitemaps.org, 0.9). */
export const MAX_ENTRIES_PER_FILE = 50_000;

/** A page in a sitemap. */
export interface SitemapEntry {
  path: string;
  /** Time of the last change, ISO 8601; undefined for pages that are no document. */
  changed?: string;
}

/** Counts the entries of all sitemap files. */
export async function countSitemapEntries(reader: Reader): Promise<number> {
  const counts = await Promise.all(
    LISTED_COLLECTIONS.map((collection) => reader.countPublished(collection)),
  );
  return counts.reduce((sum, count) => sum + count, FIXED_PAGE_PATHS.length);
}

/**
 * Streams sitemap entries in a stable order.
 * @param first index of the first entry, from 0
 * @param count maximum number of entries
 */
export async function* streamSitemapEntries(
  reader: Reader,
  first: number,
  count: number,
): AsyncGenerator<SitemapEntry> {
  const end = first + count;
  for (const path of FIXED_PAGE_PATHS.slice(first, end)) yield { path };
  /** Number of entries before the current collection. */
  let before: number = FIXED_PAGE_PATHS.length;
  for (const collection of LISTED_COLLECTIONS) {
    const documentCount = await reader.countPublished(collection);
    const skip = Math.max(0, first - before);
    const limit = Math.min(documentCount, end - before) - skip;
    // For MongoDB, a limit of 0 means no limit.
    if (limit > 0) {
      for await (const { slug, updatedAt } of reader.streamPublishedSlugs(collection, {
        skip,
        limit,
      })) {
        yield { path: documentPath(collection, slug), changed: updatedAt.toISOString() };
      }
    }
    before += documentCount;
  }
}

/**
 * Returns the time of the last change in each part of the sitemap, ISO 8601; at least one part.
 * @param length entries per part
 */
export async function lastChangesByPart(
  reader: Reader,
  length: number,
): Promise<(string | undefined)[]> {
  const latest: (string | undefined)[] = [undefined];
  let index = 0;
  for await (const { changed } of streamSitemapEntries(reader, 0, Number.POSITIVE_INFINITY)) {
    const part = Math.floor(index / length);
    const partLatest = latest[part];
    latest[part] = partLatest && (!changed || partLatest > changed) ? partLatest : changed;
    index += 1;
  }
  return latest;
}
