import type { IncomingHttpHeaders } from 'node:http';
import type { DataFromCollectionSlug } from 'payload';
import { maySeeDrafts } from '#platform/access/rules.ts';
import { payload } from './payload.ts';
import type { Reader } from './reader.ts';

/** The collections with previews. */
export type PreviewableCollection = 'articles' | 'pages';

/** Finds the latest draft of a document; undefined if the user of the session may not see drafts. */
export async function findDraft<C extends PreviewableCollection>(
  { locale }: Reader,
  collection: C,
  id: string,
  headers: IncomingHttpHeaders,
): Promise<DataFromCollectionSlug<C> | undefined> {
  const api = await payload();
  const { user } = await api.auth({ headers: toHeaders(headers) });
  if (!maySeeDrafts(user)) return undefined;
  const { docs } = await api.find({
    collection,
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    draft: true,
    depth: 0,
    locale,
    overrideAccess: false,
    user,
  });
  return docs[0] as DataFromCollectionSlug<C> | undefined;
}

const toHeaders = (headers: IncomingHttpHeaders): Headers =>
  new Headers(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')] as [string, string]],
    ),
  );
