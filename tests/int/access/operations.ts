import type { Payload, SanitizedCollectionConfig } from 'payload';

/** What a person tries, and on what. */
export interface Try {
  api: Payload;
  slug: string;
  /** The document tried on, where there is one. */
  id: string;
  /** Its first version and its last. */
  version: string;
  latest: string;
  /** Data of a new document. */
  fresh: Record<string, unknown>;
  /** A picture, for what is made of one. */
  file: object;
  /** A small change that is valid. */
  change: Record<string, unknown>;
  email: string;
  /** As the Local API takes the person. */
  as: { user: unknown; overrideAccess: false; depth: 0 };
}

export type Call = [method: string, path: string, data?: Record<string, unknown>];

export interface Operation {
  applies: (config: SanitizedCollectionConfig) => boolean;
  /** What stands there before; `changed` is published and has a draft with changes. */
  on: 'nothing' | 'draft' | 'published' | 'changed' | 'locked';
  /** Where reading is tried, what is read is looked for; else the document must change, or must not. */
  reads?: true;
  rest: (at: Try) => Call[];
  /** Left out where Payload has no such operation. */
  local?: (at: Try) => Promise<unknown>[];
}

const hasDrafts = ({ versions }: SanitizedCollectionConfig) => Boolean(versions?.drafts);
const hasNone = (config: SanitizedCollectionConfig) => !hasDrafts(config);
const canDuplicate = ({ disableDuplicate }: SanitizedCollectionConfig) => !disableDuplicate;

/** The Local API is typed by collection; here it is asked for any. */
type Loose = Record<string, (options: object) => Promise<unknown>>;
const local = ({ api, slug, as }: Try, operation: string, options: object): Promise<unknown> =>
  (api as unknown as Loose)[operation]?.({
    collection: slug,
    ...as,
    ...options,
  }) as Promise<unknown>;

const PUBLISHED = { _status: 'published' };
const DRAFT = { _status: 'draft' };

export const OPERATIONS: Record<string, Operation> = {
  read: {
    applies: () => true,
    on: 'published',
    reads: true,
    rest: ({ slug, id }) => [
      ['GET', `/${slug}/${id}`],
      ['GET', `/${slug}?where[id][equals]=${id}`],
    ],
    local: (at) => [
      local(at, 'findByID', { id: at.id }),
      local(at, 'find', { where: { id: { equals: at.id } } }),
    ],
  },
  'read a draft': {
    applies: hasDrafts,
    on: 'draft',
    reads: true,
    rest: ({ slug, id }) => [
      ['GET', `/${slug}/${id}`],
      ['GET', `/${slug}/${id}?draft=true`],
      ['GET', `/${slug}?where[id][equals]=${id}`],
      ['GET', `/${slug}?where[id][equals]=${id}&draft=true`],
    ],
    local: (at) => [
      local(at, 'findByID', { id: at.id }),
      local(at, 'findByID', { id: at.id, draft: true }),
      local(at, 'find', { where: { id: { equals: at.id } } }),
      local(at, 'find', { where: { id: { equals: at.id } }, draft: true }),
    ],
  },
  'read a draft change': {
    applies: hasDrafts,
    on: 'changed',
    reads: true,
    rest: ({ slug, id }) => [
      ['GET', `/${slug}/${id}?draft=true`],
      ['GET', `/${slug}?where[id][equals]=${id}&draft=true`],
    ],
    local: (at) => [
      local(at, 'findByID', { id: at.id, draft: true }),
      local(at, 'find', { where: { id: { equals: at.id } }, draft: true }),
    ],
  },
  'read versions': {
    applies: ({ versions }) => Boolean(versions),
    on: 'changed',
    reads: true,
    rest: ({ slug, id, latest }) => [
      ['GET', `/${slug}/versions?where[parent][equals]=${id}`],
      ['GET', `/${slug}/versions/${latest}`],
    ],
    local: (at) => [
      local(at, 'findVersions', { where: { parent: { equals: at.id } } }),
      local(at, 'findVersionByID', { id: at.latest }),
    ],
  },
  create: {
    applies: hasNone,
    on: 'nothing',
    rest: ({ slug, fresh }) => [['POST', `/${slug}`, fresh]],
    local: (at) => [local(at, 'create', { data: at.fresh, ...at.file })],
  },
  'create a draft': {
    applies: hasDrafts,
    on: 'nothing',
    rest: ({ slug, fresh }) => [['POST', `/${slug}?draft=true`, fresh]],
    local: (at) => [local(at, 'create', { data: at.fresh, draft: true })],
  },
  'create published': {
    applies: hasDrafts,
    on: 'nothing',
    rest: ({ slug, fresh }) => [['POST', `/${slug}`, { ...fresh, ...PUBLISHED }]],
    local: (at) => [local(at, 'create', { data: { ...at.fresh, ...PUBLISHED } })],
  },
  duplicate: {
    applies: canDuplicate,
    on: 'published',
    rest: ({ slug, id }) => [['POST', `/${slug}/${id}/duplicate`, {}]],
    local: (at) => [local(at, 'duplicate', { id: at.id, draft: true })],
  },
  update: {
    applies: hasNone,
    on: 'published',
    rest: ({ slug, id, change }) => [['PATCH', `/${slug}/${id}`, change]],
    local: (at) => [local(at, 'update', { id: at.id, data: at.change })],
  },
  'change a draft': {
    applies: hasDrafts,
    on: 'draft',
    rest: ({ slug, id, change }) => [['PATCH', `/${slug}/${id}?draft=true`, change]],
    local: (at) => [local(at, 'update', { id: at.id, data: at.change, draft: true })],
  },
  'change what is published': {
    applies: hasDrafts,
    on: 'published',
    rest: ({ slug, id, change }) => [['PATCH', `/${slug}/${id}`, change]],
    local: (at) => [local(at, 'update', { id: at.id, data: at.change })],
  },
  publish: {
    applies: hasDrafts,
    on: 'draft',
    rest: ({ slug, id }) => [['PATCH', `/${slug}/${id}`, PUBLISHED]],
    local: (at) => [local(at, 'update', { id: at.id, data: PUBLISHED })],
  },
  unpublish: {
    applies: hasDrafts,
    on: 'published',
    rest: ({ slug, id }) => [['PATCH', `/${slug}/${id}`, DRAFT]],
    local: (at) => [local(at, 'update', { id: at.id, data: DRAFT })],
  },
  'restore a version': {
    applies: ({ versions }) => Boolean(versions),
    on: 'changed',
    rest: ({ slug, version }) => [['POST', `/${slug}/versions/${version}`]],
    local: (at) => [local(at, 'restoreVersion', { id: at.version })],
  },
  'restore a version as a draft': {
    applies: hasDrafts,
    on: 'changed',
    rest: ({ slug, version }) => [['POST', `/${slug}/versions/${version}?draft=true`]],
  },
  delete: {
    applies: () => true,
    on: 'published',
    rest: ({ slug, id }) => [['DELETE', `/${slug}/${id}`]],
    local: (at) => [local(at, 'delete', { id: at.id })],
  },
  unlock: {
    applies: ({ auth }) => Boolean(auth),
    on: 'locked',
    rest: ({ slug, email }) => [['POST', `/${slug}/unlock`, { email }]],
    local: (at) => [local(at, 'unlock', { data: { email: at.email } })],
  },
};
