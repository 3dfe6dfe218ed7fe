import { ObjectId } from 'mongodb';
import { documentKey, type LocalApiClient } from './local-api-client.ts';
import type { Ref } from './rich-text-markup.ts';

/** Nodes that need an id: without one, the editor would invent a new id each time it opens the document. */
const NODES_WITH_ID = ['block', 'inlineBlock', 'link'];

/**
 * Returns a copy of the value for Payload: each `$ref` is replaced by the id of its document, and nodes that need an id
 * get one.
 * @throws Error naming the document that does not exist
 */
export function resolveRefs(value: unknown, client: Pick<LocalApiClient, 'ids'>): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveRefs(item, client));
  if (typeof value !== 'object' || value === null) return value;
  if (isRef(value)) return resolveRef(value, client);
  const resolved = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, resolveRefs(inner, client)]),
  );
  if (!NODES_WITH_ID.includes(String(resolved.type))) return resolved;
  const id = new ObjectId().toHexString();
  return resolved.type === 'link'
    ? { ...resolved, id }
    : { ...resolved, fields: { id, ...(resolved.fields as object) } };
}

const isRef = (value: object): value is Ref => '$ref' in value;

function resolveRef(
  { $ref: { collection, slug } }: Ref,
  { ids }: Pick<LocalApiClient, 'ids'>,
): string {
  const id = ids.get(documentKey(collection, slug));
  if (!id) throw new Error(`There is no “${slug}” in ${collection} to refer to.`);
  return id;
}
