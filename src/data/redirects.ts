import { standsAt } from '#domain/href.ts';
import { asLocation, isOwn, MOST_HOPS, normalPath, pathOnSite } from '#domain/redirects.ts';
import { idOf } from '#domain/relation.ts';
import { env } from '#platform/environment/env.ts';
import { resolveLinks } from './links.ts';
import type { Reader } from './reader.ts';

const { origin } = new URL(env.SITE_URL);

/**
 * Where a path leads at which nothing is found, to the end of all redirects; undefined if there is none,
 * or nothing at its end that visitors can see. What is published at the path itself comes before any redirect.
 */
export async function findRedirect(reader: Reader, path: string): Promise<string | undefined> {
  const from = normalPath(path);
  if (isOwn(from)) return undefined;
  const end = await follow(reader, from, MOST_HOPS);
  return end && !(await isShown(reader, from)) ? asLocation(end, origin) : undefined;
}

async function follow(reader: Reader, from: string, hops: number): Promise<string | undefined> {
  const to = (await reader.redirectFrom(from))?.to;
  if (!to) return undefined;
  const href = (await resolveLinks(reader, [to]))(to);
  const target = to.type === 'address' ? undefined : to.document;
  // Where a document stood is not told once it has been taken back.
  if (target) reader.isOf(target.relationTo, idOf(target.value) ?? '');
  const next = href && to.type === 'address' ? pathOnSite(href, origin) : undefined;
  if (!next || isOwn(next) || (await isShown(reader, next))) return href;
  return hops > 1 ? follow(reader, next, hops - 1) : undefined;
}

/** True if a published document stands at the path. */
async function isShown(reader: Reader, path: string): Promise<boolean> {
  const place = standsAt(path);
  return Boolean(place && (await reader.bySlug(place.collection, place.slug)));
}
