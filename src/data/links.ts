import { addressIn, LINKABLE, type Linkable, pathOf } from '#domain/href.ts';
import { idOf } from '#domain/relation.ts';
import type { Reader } from './reader.ts';

/** A link as an editor makes it: to a document of the site, or to an address. */
export type StoredLink =
  | {
      type?: 'document' | 'address' | null;
      document?: { relationTo: string; value: string | { id: string } } | null;
      address?: string | null;
    }
  | undefined;

/** Finds where a link leads; undefined while that is not published. */
export type HrefOf = (link: StoredLink) => string | undefined;

/** Looks up all documents that the links lead to, in one go for each collection. */
export async function resolveLinks(reader: Reader, links: StoredLink[]): Promise<HrefOf> {
  const targets = links.flatMap((link) => targetOf(link) ?? []);
  const paths = new Map<string, string>();
  const look = async (collection: Linkable) => {
    const ids = targets.filter((target) => target.collection === collection).map(({ id }) => id);
    const docs = await reader.byIds(collection, ids, { slug: true });
    for (const [id, { slug }] of docs) paths.set(`${collection}:${id}`, pathOf(collection, slug));
  };
  await Promise.all(LINKABLE.map(look));
  return (link) => {
    const target = targetOf(link);
    if (target) return paths.get(`${target.collection}:${target.id}`);
    return addressIn(link?.address)?.href;
  };
}

function targetOf(link: StoredLink): { collection: Linkable; id: string } | undefined {
  const id = idOf(link?.document?.value);
  if (!link?.document || !id || link.type === 'address') return undefined;
  return { collection: link.document.relationTo as Linkable, id };
}
