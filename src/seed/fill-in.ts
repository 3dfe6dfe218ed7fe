import { ObjectId } from 'mongodb';
import type { Ref } from './compose.ts';
import { type Desk, placeOf } from './desk.ts';

/** These nodes carry an id in the editor, which would make up a new one at each opening. */
const WITH_ID = ['block', 'inlineBlock', 'link'];

/**
 * The value as it is stored: every `$ref` replaced by the id of the document it names, and ids given
 * to the nodes that need one.
 * @throws Error naming the document that is not there
 */
export function filledIn(value: unknown, desk: Pick<Desk, 'ids'>): unknown {
  if (Array.isArray(value)) return value.map((item) => filledIn(item, desk));
  if (typeof value !== 'object' || value === null) return value;
  if (isRef(value)) return idOf(value, desk);
  const filled = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, filledIn(inner, desk)]),
  );
  if (!WITH_ID.includes(String(filled.type))) return filled;
  const id = new ObjectId().toHexString();
  return filled.type === 'link'
    ? { ...filled, id }
    : { ...filled, fields: { id, ...(filled.fields as object) } };
}

const isRef = (value: object): value is Ref => '$ref' in value;

function idOf({ $ref: { collection, slug } }: Ref, { ids }: Pick<Desk, 'ids'>): string {
  const id = ids.get(placeOf(collection, slug));
  if (!id) throw new Error(`There is no “${slug}” in ${collection} to refer to.`);
  return id;
}
