import {
  buildVersionCollectionFields,
  type CollectionBeforeOperationHook,
  type CollectionSlug,
  type FlattenedField,
  type PayloadRequest,
  type Plugin,
  QueryError,
  type SanitizedCollectionConfig,
  validateQueryPaths,
  type Where,
} from 'payload';
import { type Condition, conditionsIn } from './conditions.ts';

interface Asked {
  sort?: unknown;
  where?: unknown;
}

/** A part of a path that stays within one collection; the last field of all but the last one is a relation. */
interface Piece {
  collection: SanitizedCollectionConfig;
  /** Where they are not those of the collection's documents. */
  fields?: FlattenedField[];
  path: string;
}

/** Operations whose paths are those of versions. */
const OF_VERSIONS = ['findVersions', 'countVersions'];

/**
 * Paths through relations are subject to the access rules of every field and collection on their way, in an
 * order as in a condition. Payload checks no order by a hidden field of a related document, and where a
 * person reads only some documents of a collection, it takes a second relation for a field of the first.
 * @throws QueryError (400) naming the paths
 */
const checkPaths: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
  overrideAccess,
}) => {
  if (overrideAccess) return args;
  const { joins, ...asked } = args as Asked & { joins?: Record<string, Asked> };
  const fields = OF_VERSIONS.includes(operation)
    ? buildVersionCollectionFields(req.payload.config, collection, true)
    : undefined;
  const refused = await unreadable(asked, { collection, path: '', ...(fields && { fields }) }, req);
  for (const [slug, joined] of Object.entries(collection.joins)) {
    const start = { collection: req.payload.collections[slug as CollectionSlug].config, path: '' };
    for (const { joinPath } of joined) {
      refused.push(...(await unreadable(joins?.[joinPath] ?? {}, start, req)));
    }
  }
  if (refused.length > 0) throw new QueryError([...new Set(refused)].map((path) => ({ path })));
  return args;
};

const unreadable = async (
  { sort, where }: Asked,
  start: Piece,
  req: PayloadRequest,
): Promise<string[]> => [
  ...(await unreadableOrders(pathsOf(sort), start, req)),
  ...(await unreadableConditions(conditionsIn(where), start, req)),
];

/**
 * Payload checks a path that leads through two relations without waiting for the verdict, and fails it for
 * any other error of the same query: that error reaches nobody. So beside such a path, all are checked here.
 */
const isCheckedAlone = (all: { pieces: Piece[] }[]): boolean =>
  all.some(({ pieces }) => pieces.length > 2);

/** The paths that nothing can be put in order by. */
async function unreadableOrders(
  paths: string[],
  start: Piece,
  req: PayloadRequest,
): Promise<string[]> {
  const asked = paths.map((path) => ({ path, pieces: piecesOf(path, start, req) }));
  const all = isCheckedAlone(asked);
  const refused: string[] = [];
  for (const { path, pieces } of asked) {
    // A condition is held to the documents that may be read; an order tells of all.
    const isChecked = all || pieces.length > 1;
    if (isChecked && !(await isReadable(pieces, 0, req))) refused.push(path);
  }
  return refused;
}

/** The paths of conditions that cannot be asked. */
async function unreadableConditions(
  conditions: Condition[],
  start: Piece,
  req: PayloadRequest,
): Promise<string[]> {
  const asked = conditions.map((one) => ({ ...one, pieces: piecesOf(one.path, start, req) }));
  if (!isCheckedAlone(asked)) return [];
  const refused: string[] = [];
  for (const { path, pieces, operator, value } of asked) {
    // Behind two relations, Payload adds the language to a path twice if it is all of them.
    const isPossible = req.locale !== 'all' || pieces.length <= 2;
    const condition = { [operator]: value };
    if (!(isPossible && (await isReadable(pieces, 1, req, condition)))) refused.push(path);
  }
  return refused;
}

const pathsOf = (sort: unknown): string[] =>
  [sort ?? []]
    .flat()
    .flatMap((paths) => String(paths).split(','))
    .map((path) => path.trim().replace(/^-/, ''));

/**
 * True if every piece can be asked for by itself.
 * @param partly how many of the last pieces may lie in collections of which some documents are read
 * @param condition what is asked of the last piece
 */
async function isReadable(
  pieces: Piece[],
  partly: 0 | 1,
  req: PayloadRequest,
  condition: object = { exists: true },
): Promise<boolean> {
  for (const { collection } of pieces.slice(1, pieces.length - partly)) {
    if ((await collection.access.read({ req })) !== true) return false;
  }
  for (const piece of pieces) {
    const { collection: collectionConfig, fields: versionFields, path } = piece;
    const where = { [path]: piece === pieces.at(-1) ? condition : { exists: true } } as Where;
    try {
      await validateQueryPaths({
        collectionConfig,
        overrideAccess: false,
        req,
        versionFields,
        where,
      });
    } catch (error) {
      if (error instanceof QueryError) return false;
      throw error;
    }
  }
  return true;
}

function piecesOf(path: string, start: Piece, req: PayloadRequest): Piece[] {
  let within = start.fields ?? start.collection.flattenedFields;
  const pieces: Piece[] = [{ ...start }];
  const segments = path.replace(/__/g, '.').split('.');
  for (const [at, segment] of segments.entries()) {
    const piece = pieces.at(-1) as Piece;
    piece.path = piece.path ? `${piece.path}.${segment}` : segment;
    const field = within.find(({ name }) => name === segment);
    if (!field) continue;
    if (field.type === 'blocks') {
      within = field.blocks.flatMap(({ flattenedFields }) => flattenedFields);
    } else if (field.type === 'relationship' || field.type === 'upload') {
      if (typeof field.relationTo !== 'string' || at === segments.length - 1) continue;
      const related = req.payload.collections[field.relationTo].config;
      within = related.flattenedFields;
      pieces.push({ collection: related, path: '' });
    } else if ('flattenedFields' in field) {
      within = field.flattenedFields;
    }
  }
  return pieces;
}

/** The same for all collections, those to come included. */
export const readablePaths: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeOperation: [...(collection.hooks?.beforeOperation ?? []), checkPaths],
    },
  })),
});
