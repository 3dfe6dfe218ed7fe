import { LINKABLE_COLLECTIONS, type LinkableCollection } from '#domain/collections.ts';
import { documentPath, parseHref } from '#domain/href.ts';
import { idOf } from '#domain/relationship.ts';
import type { Reader } from './reader.ts';

/** A link as Payload stores it: to a document of the site, or to an address. */
export type StoredLink =
  | {
      type?: 'document' | 'address' | null;
      document?: { relationTo: string; value: string | { id: string } } | null;
      address?: string | null;
    }
  | undefined;

/** Returns the href of a link; undefined while its document is not published. */
export type HrefResolver = (link: StoredLink) => string | undefined;

/** Loads the documents that the links lead to, with one query per collection. */
export async function resolveLinks(reader: Reader, links: StoredLink[]): Promise<HrefResolver> {
  const targets = links.flatMap((link) => targetOf(link) ?? []);
  const paths = new Map<string, string>();
  const loadPaths = async (collection: LinkableCollection) => {
    const ids = targets.filter((target) => target.collection === collection).map(({ id }) => id);
    const docs = await reader.findByIds(collection, ids, { slug: true });
    for (const [id, { slug }] of docs)
      paths.set(`${collection}:${id}`, documentPath(collection, slug));
  };
  await Promise.all(LINKABLE_COLLECTIONS.map(loadPaths));
  return (link) => {
    const target = targetOf(link);
    if (target) return paths.get(`${target.collection}:${target.id}`);
    return parseHref(link?.address)?.href;
  };
}

function targetOf(link: StoredLink): { collection: LinkableCollection; id: string } | undefined {
  const id = idOf(link?.document?.value);
  if (!link?.document || !id || link.type === 'address') return undefined;
  return { collection: link.document.relationTo as LinkableCollection, id };
}
