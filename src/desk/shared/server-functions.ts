import type { PayloadRequest } from 'payload';
import { canRead, canReadGlobal } from '#platform/access/can-read.ts';

/** A document, collection or global that a call is about. */
interface Target {
  collection?: unknown;
  global?: unknown;
  id?: unknown;
}

type Args = Record<string, unknown>;

const ofForm = ({ collectionSlug, globalSlug, id }: Args): Target[] => [
  { collection: collectionSlug, id },
  { global: globalSlug },
];

/**
 * The server functions that our admin calls, and what each of them is about. Payload dispatches by name to
 * more than these, and to whatever else its table inherits; it leaves it to each function to ask for access.
 */
const ALLOWED: Record<string, (args: Args) => Target[]> = {
  'form-state': ofForm,
  'render-document': ({ collectionSlug, docID }) => [{ collection: collectionSlug, id: docID }],
  'render-document-slots': ofForm,
  'render-field': ({ schemaPath }) => {
    const [type, slug] = String(schemaPath).split('.');
    return [type === 'global' ? { global: slug } : { collection: slug }];
  },
  'render-list': ({ collectionSlug }) => [{ collection: collectionSlug }],
  'table-state': ({ collectionSlug, parent }) => [
    ...[collectionSlug].flat().map((collection) => ({ collection })),
    ...(isObject(parent) ? [{ collection: parent.collectionSlug, id: parent.id }] : []),
  ],
};

const isObject = (value: unknown): value is Args =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * True if the person of this request may call a server function with these arguments: it is one that the
 * admin calls, they may enter the admin, and they may read all that the arguments name.
 */
export async function mayCall(name: unknown, args: unknown, req: PayloadRequest): Promise<boolean> {
  if (typeof name !== 'string' || !Object.hasOwn(ALLOWED, name) || !isObject(args)) return false;
  if (!req.user?.roles?.length) return false;
  const targets = (ALLOWED[name]?.(args) ?? []).filter(
    ({ collection, global }) => collection !== undefined || global !== undefined,
  );
  for (const { collection, global, id } of targets) {
    const readable =
      global === undefined
        ? typeof collection === 'string' && (await canRead(req, collection, id))
        : await canReadGlobal(req, global);
    if (!readable) return false;
  }
  return targets.length > 0;
}
