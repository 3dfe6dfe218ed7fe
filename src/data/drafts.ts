import type { IncomingHttpHeaders } from 'node:http';
import type { DataFromCollectionSlug } from 'payload';
import { seesDrafts } from '#platform/access/rules.ts';
import { payload } from './payload.ts';
import type { Reader } from './reader.ts';

/** What can be seen before it is published. */
export type Previewed = 'articles' | 'pages';

/** The latest draft of a document, for somebody who is signed in and sees drafts; else undefined. */
export async function findDraft<C extends Previewed>(
  { locale }: Reader,
  collection: C,
  id: string,
  headers: IncomingHttpHeaders,
): Promise<DataFromCollectionSlug<C> | undefined> {
  const api = await payload();
  const { user } = await api.auth({ headers: asHeaders(headers) });
  if (!seesDrafts(user)) return undefined;
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

const asHeaders = (headers: IncomingHttpHeaders): Headers =>
  new Headers(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')] as [string, string]],
    ),
  );
