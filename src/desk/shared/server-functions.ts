import type { PayloadRequest } from 'payload';
import { canRead, canReadGlobal } from '#platform/access/can-read.ts';

/** A document, collection or global that a server function reads. */
interface Target {
  collection?: unknown;
  global?: unknown;
  id?: unknown;
}

type FunctionArgs = Record<string, unknown>;

const formTargets = ({ collectionSlug, globalSlug, id }: FunctionArgs): Target[] => [
  { collection: collectionSlug, id },
  { global: globalSlug },
];

/**
 * The server functions that our admin calls, with the targets that each of them reads. Payload dispatches to
 * more functions, and by inherited property names too; it leaves access control to each function.
 */
const ALLOWED_FUNCTIONS: Record<string, (args: FunctionArgs) => Target[]> = {
  'form-state': formTargets,
  'render-document': ({ collectionSlug, docID }) => [{ collection: collectionSlug, id: docID }],
  'render-document-slots': formTargets,
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

const isObject = (value: unknown): value is FunctionArgs =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * True if the user of this request may call a server function with these arguments: the function is allowed,
 * the user may enter the admin, and may read all targets of the arguments.
 */
export async function mayCallServerFunction(
  name: unknown,
  args: unknown,
  req: PayloadRequest,
): Promise<boolean> {
  if (typeof name !== 'string' || !Object.hasOwn(ALLOWED_FUNCTIONS, name) || !isObject(args))
    return false;
  if (!req.user?.roles?.length) return false;
  const targets = (ALLOWED_FUNCTIONS[name]?.(args) ?? []).filter(
    ({ collection, global }) => collection !== undefined || global !== undefined,
  );
  for (const { collection, global, id } of targets) {
    const isReadable =
      global === undefined
        ? typeof collection === 'string' && (await canRead(req, collection, id))
        : await canReadGlobal(req, global);
    if (!isReadable) return false;
  }
  return targets.length > 0;
}
