import type { Payload, SanitizedCollectionConfig } from 'payload';

/** The input of an operation. */
export interface Attempt {
  api: Payload;
  slug: string;
  /** Id of the document; empty if the operation needs none. */
  id: string;
  /** Ids of the document's first and last version. */
  firstVersion: string;
  latestVersion: string;
  /** Data of a new document. */
  newData: Record<string, unknown>;
  /** The file of a new document, if its collection needs one. */
  fileOptions: object;
  /** A small valid change. */
  change: Record<string, unknown>;
  email: string;
  /** The options that make the Local API act as the person. */
  localApiUser: { user: unknown; overrideAccess: false; depth: 0 };
}

export type RestCall = [method: string, path: string, data?: Record<string, unknown>];

export interface Operation {
  applies: (config: SanitizedCollectionConfig) => boolean;
  /** The state of the document before; `changed` is published with a newer draft. */
  state: 'nothing' | 'draft' | 'published' | 'changed' | 'locked';
  /** True if the operation reads: the test searches the result instead of comparing the stored document. */
  isRead?: true;
  rest: (attempt: Attempt) => RestCall[];
  /** Undefined if the Local API has no such operation. */
  local?: (attempt: Attempt) => Promise<unknown>[];
}

const hasDrafts = ({ versions }: SanitizedCollectionConfig) => Boolean(versions?.drafts);
const hasNoDrafts = (config: SanitizedCollectionConfig) => !hasDrafts(config);
const canDuplicate = ({ disableDuplicate }: SanitizedCollectionConfig) => !disableDuplicate;

/** The Local API without its types per collection. */
type AnyOperation = Record<string, (options: object) => Promise<unknown>>;
const callLocal = (
  { api, slug, localApiUser }: Attempt,
  operation: string,
  options: object,
): Promise<unknown> =>
  (api as unknown as AnyOperation)[operation]?.({
    collection: slug,
    ...localApiUser,
    ...options,
  }) as Promise<unknown>;

const PUBLISHED = { _status: 'published' };
const DRAFT = { _status: 'draft' };

export const OPERATIONS: Record<string, Operation> = {
  read: {
    applies: () => true,
    state: 'published',
    isRead: true,
    rest: ({ slug, id }) => [
      ['GET', `/${slug}/${id}`],
      ['GET', `/${slug}?where[id][equals]=${id}`],
    ],
    local: (attempt) => [
      callLocal(attempt, 'findByID', { id: attempt.id }),
      callLocal(attempt, 'find', { where: { id: { equals: attempt.id } } }),
    ],
  },
  'read a draft': {
    applies: hasDrafts,
    state: 'draft',
    isRead: true,
    rest: ({ slug, id }) => [
      ['GET', `/${slug}/${id}`],
      ['GET', `/${slug}/${id}?draft=true`],
      ['GET', `/${slug}?where[id][equals]=${id}`],
      ['GET', `/${slug}?where[id][equals]=${id}&draft=true`],
    ],
    local: (attempt) => [
      callLocal(attempt, 'findByID', { id: attempt.id }),
      callLocal(attempt, 'findByID', { id: attempt.id, draft: true }),
      callLocal(attempt, 'find', { where: { id: { equals: attempt.id } } }),
      callLocal(attempt, 'find', { where: { id: { equals: attempt.id } }, draft: true }),
    ],
  },
  'read a draft change': {
    applies: hasDrafts,
    state: 'changed',
    isRead: true,
    rest: ({ slug, id }) => [
      ['GET', `/${slug}/${id}?draft=true`],
      ['GET', `/${slug}?where[id][equals]=${id}&draft=true`],
    ],
    local: (attempt) => [
      callLocal(attempt, 'findByID', { id: attempt.id, draft: true }),
      callLocal(attempt, 'find', { where: { id: { equals: attempt.id } }, draft: true }),
    ],
  },
  'read versions': {
    applies: ({ versions }) => Boolean(versions),
    state: 'changed',
    isRead: true,
    rest: ({ slug, id, latestVersion }) => [
      ['GET', `/${slug}/versions?where[parent][equals]=${id}`],
      ['GET', `/${slug}/versions/${latestVersion}`],
    ],
    local: (attempt) => [
      callLocal(attempt, 'findVersions', { where: { parent: { equals: attempt.id } } }),
      callLocal(attempt, 'findVersionByID', { id: attempt.latestVersion }),
    ],
  },
  create: {
    applies: hasNoDrafts,
    state: 'nothing',
    rest: ({ slug, newData }) => [['POST', `/${slug}`, newData]],
    local: (attempt) => [
      callLocal(attempt, 'create', { data: attempt.newData, ...attempt.fileOptions }),
    ],
  },
  'create a draft': {
    applies: hasDrafts,
    state: 'nothing',
    rest: ({ slug, newData }) => [['POST', `/${slug}?draft=true`, newData]],
    local: (attempt) => [callLocal(attempt, 'create', { data: attempt.newData, draft: true })],
  },
  'create published': {
    applies: hasDrafts,
    state: 'nothing',
    rest: ({ slug, newData }) => [['POST', `/${slug}`, { ...newData, ...PUBLISHED }]],
    local: (attempt) => [
      callLocal(attempt, 'create', { data: { ...attempt.newData, ...PUBLISHED } }),
    ],
  },
  duplicate: {
    applies: canDuplicate,
    state: 'published',
    rest: ({ slug, id }) => [['POST', `/${slug}/${id}/duplicate`, {}]],
    local: (attempt) => [callLocal(attempt, 'duplicate', { id: attempt.id, draft: true })],
  },
  update: {
    applies: hasNoDrafts,
    state: 'published',
    rest: ({ slug, id, change }) => [['PATCH', `/${slug}/${id}`, change]],
    local: (attempt) => [callLocal(attempt, 'update', { id: attempt.id, data: attempt.change })],
  },
  'change a draft': {
    applies: hasDrafts,
    state: 'draft',
    rest: ({ slug, id, change }) => [['PATCH', `/${slug}/${id}?draft=true`, change]],
    local: (attempt) => [
      callLocal(attempt, 'update', { id: attempt.id, data: attempt.change, draft: true }),
    ],
  },
  'change what is published': {
    applies: hasDrafts,
    state: 'published',
    rest: ({ slug, id, change }) => [['PATCH', `/${slug}/${id}`, change]],
    local: (attempt) => [callLocal(attempt, 'update', { id: attempt.id, data: attempt.change })],
  },
  publish: {
    applies: hasDrafts,
    state: 'draft',
    rest: ({ slug, id }) => [['PATCH', `/${slug}/${id}`, PUBLISHED]],
    local: (attempt) => [callLocal(attempt, 'update', { id: attempt.id, data: PUBLISHED })],
  },
  unpublish: {
    applies: hasDrafts,
    state: 'published',
    rest: ({ slug, id }) => [['PATCH', `/${slug}/${id}`, DRAFT]],
    local: (attempt) => [callLocal(attempt, 'update', { id: attempt.id, data: DRAFT })],
  },
  'restore a version': {
    applies: ({ versions }) => Boolean(versions),
    state: 'changed',
    rest: ({ slug, firstVersion }) => [['POST', `/${slug}/versions/${firstVersion}`]],
    local: (attempt) => [callLocal(attempt, 'restoreVersion', { id: attempt.firstVersion })],
  },
  'restore a version as a draft': {
    applies: hasDrafts,
    state: 'changed',
    rest: ({ slug, firstVersion }) => [['POST', `/${slug}/versions/${firstVersion}?draft=true`]],
  },
  delete: {
    applies: () => true,
    state: 'published',
    rest: ({ slug, id }) => [['DELETE', `/${slug}/${id}`]],
    local: (attempt) => [callLocal(attempt, 'delete', { id: attempt.id })],
  },
  unlock: {
    applies: ({ auth }) => Boolean(auth),
    state: 'locked',
    rest: ({ slug, email }) => [['POST', `/${slug}/unlock`, { email }]],
    local: (attempt) => [callLocal(attempt, 'unlock', { data: { email: attempt.email } })],
  },
};
