import {
  buildVersionCollectionFields,
  type CollectionBeforeOperationHook,
  type FlattenedField,
  type PayloadRequest,
  type Plugin,
  QueryError,
  type SanitizedCollectionConfig,
  validateQueryPaths,
} from 'payload';
import { conditionsIn } from './conditions.ts';

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

/** Fields that versions have beside those of their documents. */
const OF_VERSIONS = /^(version\.|(parent|latest|autosave|snapshot|publishedLocale)$)/;

/**
 * Paths through relations are subject to the access rules of every field and collection on their way, in an
 * order as in a condition. Payload checks no order by a hidden field of a related document, and where a
 * person reads only some documents of a collection, it takes a second relation for a field of the first.
 * @throws QueryError (400) naming the paths
 */
const checkPaths: CollectionBeforeOperationHook = async ({
  args,
  collection,
  req,
  overrideAccess,
}) => {
  if (overrideAccess) return args;
  const { sort, where } = args as Asked;
  const refused = new Set<string>();
  for (const path of pathsOf(sort)) {
    const pieces = piecesOf(path, collection, req);
    // A condition is held to the documents that may be read; an order tells of all.
    if (pieces.length > 1 && !(await isReadable(pieces, 0, req))) refused.add(path);
  }
  for (const { path } of conditionsIn(where)) {
    const pieces = piecesOf(path, collection, req);
    if (pieces.length > 2 && !(await isReadable(pieces, 1, req))) refused.add(path);
  }
  if (refused.size > 0) throw new QueryError([...refused].map((path) => ({ path })));
  return args;
};

const pathsOf = (sort: unknown): string[] =>
  [sort ?? []]
    .flat()
    .flatMap((paths) => String(paths).split(','))
    .map((path) => path.trim().replace(/^-/, ''));

/**
 * True if every piece can be asked for by itself.
 * @param partly how many of the last pieces may lie in collections of which some documents are read
 */
async function isReadable(pieces: Piece[], partly: 0 | 1, req: PayloadRequest): Promise<boolean> {
  for (const { collection } of pieces.slice(1, pieces.length - partly)) {
    if ((await collection.access.read({ req })) !== true) return false;
  }
  for (const { collection: collectionConfig, fields: versionFields, path } of pieces) {
    const where = { [path]: { exists: true } };
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

function piecesOf(
  path: string,
  collection: SanitizedCollectionConfig,
  req: PayloadRequest,
): Piece[] {
  const ofVersions = collection.versions && OF_VERSIONS.test(path);
  const versionFields = ofVersions
    ? buildVersionCollectionFields(req.payload.config, collection, true)
    : undefined;
  let within = versionFields ?? collection.flattenedFields;
  const pieces: Piece[] = [
    { collection, path: '', ...(versionFields && { fields: versionFields }) },
  ];
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
