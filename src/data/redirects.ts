import { parseDocumentPath } from '#domain/href.ts';
import {
  isReservedPath,
  MAX_REDIRECT_HOPS,
  normalizeRedirectPath,
  toLocation,
  toSitePath,
} from '#domain/redirects.ts';
import { idOf } from '#domain/relationship.ts';
import { env } from '#platform/environment/env.ts';
import { resolveLinks } from './links.ts';
import type { Reader } from './reader.ts';

const { origin } = new URL(env.SITE_URL);

/**
 * Finds the location that a path redirects to, at the end of all redirects; undefined if there is no redirect or its
 * target is not published. A document that is published at the path takes precedence.
 */
export async function findRedirect(reader: Reader, path: string): Promise<string | undefined> {
  const from = normalizeRedirectPath(path);
  if (isReservedPath(from)) return undefined;
  const end = await followRedirects(reader, from, MAX_REDIRECT_HOPS);
  return end && !(await isPublishedPath(reader, from)) ? toLocation(end, origin) : undefined;
}

async function followRedirects(
  reader: Reader,
  from: string,
  hops: number,
): Promise<string | undefined> {
  const to = (await reader.findRedirectFrom(from))?.to;
  if (!to) return undefined;
  const href = (await resolveLinks(reader, [to]))(to);
  const target = to.type === 'address' ? undefined : to.document;
  // Purges the cached redirect when its target is unpublished, so that the target's address is not revealed.
  if (target) reader.tagPageDocument(target.relationTo, idOf(target.value) ?? '');
  const next = href && to.type === 'address' ? toSitePath(href, origin) : undefined;
  if (!next || isReservedPath(next) || (await isPublishedPath(reader, next))) return href;
  return hops > 1 ? followRedirects(reader, next, hops - 1) : undefined;
}

/** True if a published document has this path. */
async function isPublishedPath(reader: Reader, path: string): Promise<boolean> {
  const documentPath = parseDocumentPath(path);
  return Boolean(
    documentPath && (await reader.findBySlug(documentPath.collection, documentPath.slug)),
  );
}
