import {
  buildVersionCollectionFields,
  type CollectionBeforeOperationHook,
  type CollectionSlug,
  type FlattenedField,
  type PayloadRequest,
  QueryError,
  type SanitizedCollectionConfig,
  validateQueryPaths,
  type Where,
} from 'payload';
import { beforeEveryOperation } from '#platform/plugins/before-every-operation.ts';
import { type Condition, conditionsIn } from './query-conditions.ts';

/** Arguments of a read operation, or of one of its joins. */
interface QueryArgs {
  sort?: unknown;
  where?: unknown;
}

/** The part of a path in one collection. Every part but the last ends with a relationship field. */
interface PathPart {
  collection: SanitizedCollectionConfig;
  /** Set for versions, whose fields differ from those of the collection. */
  fields?: FlattenedField[];
  path: string;
}

/** Operations that query versions. */
const VERSION_OPERATIONS = ['findVersions', 'countVersions'];

/**
 * Rejects a query that sorts or filters by a field which the person must not read, through any number of
 * relationships. Payload does not check sorting by a hidden field of a related document. Where a person may read
 * only some documents of a collection, it takes a second relationship for a field of the first.
 * @throws QueryError (400) with the paths
 */
const rejectUnreadablePaths: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
  overrideAccess,
}) => {
  if (overrideAccess) return args;
  const { joins, ...query } = args as QueryArgs & { joins?: Record<string, QueryArgs> };
  const fields = VERSION_OPERATIONS.includes(operation)
    ? buildVersionCollectionFields(req.payload.config, collection, true)
    : undefined;
  const unreadable = await unreadablePaths(
    query,
    { collection, path: '', ...(fields && { fields }) },
    req,
  );
  for (const [slug, fieldJoins] of Object.entries(collection.joins)) {
    const start = { collection: req.payload.collections[slug as CollectionSlug].config, path: '' };
    for (const { joinPath } of fieldJoins) {
      unreadable.push(...(await unreadablePaths(joins?.[joinPath] ?? {}, start, req)));
    }
  }
  if (unreadable.length > 0)
    throw new QueryError([...new Set(unreadable)].map((path) => ({ path })));
  return args;
};

const unreadablePaths = async (
  { sort, where }: QueryArgs,
  start: PathPart,
  req: PayloadRequest,
): Promise<string[]> => [
  ...(await unreadableSortPaths(sortPathsOf(sort), start, req)),
  ...(await unreadableConditionPaths(conditionsIn(where), start, req)),
];

/**
 * True if a path leads through two relationships. Payload checks such a path without awaiting the result, and any other
 * error of the same query then rejects a promise that nobody handles. So this plugin checks all paths of the query
 * first.
 */
const mustCheckAll = (all: { parts: PathPart[] }[]): boolean =>
  all.some(({ parts }) => parts.length > 2);

/** Returns the paths that the person must not sort by. */
async function unreadableSortPaths(
  paths: string[],
  start: PathPart,
  req: PayloadRequest,
): Promise<string[]> {
  const splitPaths = paths.map((path) => ({ path, parts: splitPath(path, start, req) }));
  const checksAll = mustCheckAll(splitPaths);
  const unreadable: string[] = [];
  for (const { path, parts } of splitPaths) {
    // Payload restricts a condition to readable documents; an order reveals something of all of them.
    const isChecked = checksAll || parts.length > 1;
    if (isChecked && !(await isReadable(parts, 0, req))) unreadable.push(path);
  }
  return unreadable;
}

/** Returns the paths that the person must not filter by. */
async function unreadableConditionPaths(
  conditions: Condition[],
  start: PathPart,
  req: PayloadRequest,
): Promise<string[]> {
  const splitConditions = conditions.map((condition) => ({
    ...condition,
    parts: splitPath(condition.path, start, req),
  }));
  if (!mustCheckAll(splitConditions)) return [];
  const unreadable: string[] = [];
  for (const { path, parts, operator, value } of splitConditions) {
    // With locale `all`, Payload adds the locale twice to a path through two relationships.
    const isPossible = req.locale !== 'all' || parts.length <= 2;
    const condition = { [operator]: value };
    if (!(isPossible && (await isReadable(parts, 1, req, condition)))) unreadable.push(path);
  }
  return unreadable;
}

const sortPathsOf = (sort: unknown): string[] =>
  [sort ?? []]
    .flat()
    .flatMap((paths) => String(paths).split(','))
    .map((path) => path.trim().replace(/^-/, ''));

/**
 * True if the person may query every part of the path by itself.
 * @param partlyReadable how many parts at the end may be in a collection of which the person reads only some documents
 * @param condition comparison for the last part
 */
async function isReadable(
  parts: PathPart[],
  partlyReadable: 0 | 1,
  req: PayloadRequest,
  condition: object = { exists: true },
): Promise<boolean> {
  for (const { collection } of parts.slice(1, parts.length - partlyReadable)) {
    if ((await collection.access.read({ req })) !== true) return false;
  }
  for (const part of parts) {
    const { collection: collectionConfig, fields: versionFields, path } = part;
    const where = { [path]: part === parts.at(-1) ? condition : { exists: true } } as Where;
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

function splitPath(path: string, start: PathPart, req: PayloadRequest): PathPart[] {
  let fields = start.fields ?? start.collection.flattenedFields;
  const parts: PathPart[] = [{ ...start }];
  const segments = path.replace(/__/g, '.').split('.');
  for (const [at, segment] of segments.entries()) {
    const part = parts.at(-1) as PathPart;
    part.path = part.path ? `${part.path}.${segment}` : segment;
    const field = fields.find(({ name }) => name === segment);
    if (!field) continue;
    if (field.type === 'blocks') {
      fields = field.blocks.flatMap(({ flattenedFields }) => flattenedFields);
    } else if (field.type === 'relationship' || field.type === 'upload') {
      if (typeof field.relationTo !== 'string' || at === segments.length - 1) continue;
      const related = req.payload.collections[field.relationTo].config;
      fields = related.flattenedFields;
      parts.push({ collection: related, path: '' });
    } else if ('flattenedFields' in field) {
      fields = field.flattenedFields;
    }
  }
  return parts;
}

/** Adds the check to every collection. */
export const checkQueryPaths = beforeEveryOperation({ collection: rejectUnreadablePaths });
