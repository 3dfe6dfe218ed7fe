import { PERSONS, type Person } from '#tests/helpers/accounts.ts';

/**
 * A person who may do an operation; `(own)` limits it to the person's own documents. The expectations are
 * written by hand from the product's table of roles, never derived from the rules that they check.
 */
export type Permission = Person | `${Person} (own)`;

type Operations = Record<string, readonly Permission[]>;

const EVERYBODY = PERSONS;
const NOBODY: Permission[] = [];

const DRAFT_READERS: Permission[] = ['writer', 'editor', 'reviewer', 'admin'];
const PUBLISHERS: Permission[] = ['editor', 'admin'];
const COORDINATORS: Permission[] = ['coordinator', 'lead', 'admin'];
const ADMIN: Permission[] = ['admin'];

/** Every signed-in person for their own account. */
const SELF: Permission[] = [
  'writer (own)',
  'editor (own)',
  'reviewer (own)',
  'coordinator (own)',
  'lead (own)',
  'admin',
];

/** The operations of a collection with drafts that publishers publish. */
const publishable = (creators: Permission[], changers: Permission[]): Operations => ({
  read: EVERYBODY,
  'read a draft': DRAFT_READERS,
  'read a draft change': DRAFT_READERS,
  'read versions': DRAFT_READERS,
  'create a draft': creators,
  'create published': PUBLISHERS,
  'change a draft': changers,
  'change what is published': PUBLISHERS,
  publish: PUBLISHERS,
  unpublish: PUBLISHERS,
  'restore a version': PUBLISHERS,
  'restore a version as a draft': changers,
  delete: ADMIN,
});

/** Writers create these documents, and change the drafts of their own. */
const writerContent = {
  ...publishable(['writer', 'editor', 'admin'], ['writer (own)', 'editor', 'admin']),
  duplicate: ['writer', 'editor', 'admin'] as Permission[],
};

/** Only publishers create and change these. */
const publisherContent = publishable(PUBLISHERS, PUBLISHERS);

const publicList = {
  read: EVERYBODY,
  create: PUBLISHERS,
  update: PUBLISHERS,
  delete: ADMIN,
};

/** Written by the platform alone, and immutable. */
const evidence = { read: COORDINATORS, create: NOBODY, update: NOBODY, delete: NOBODY };

export const COLLECTIONS: Record<string, Operations> = {
  articles: writerContent,
  pages: writerContent,
  'treatment-stages': publisherContent,
  'calls-to-action': { ...publisherContent, duplicate: PUBLISHERS },
  topics: publicList,
  people: publicList,
  media: {
    read: EVERYBODY,
    create: ['writer', 'editor', 'admin'],
    update: ['writer (own)', 'editor', 'admin'],
    delete: ADMIN,
  },
  redirects: publicList,
  'consent-texts': { read: EVERYBODY, create: ADMIN, update: ADMIN, delete: ADMIN },
  'form-submissions': {
    read: COORDINATORS,
    // Submissions come in through the submission pipeline, never through this API.
    create: NOBODY,
    update: COORDINATORS,
    delete: ADMIN,
  },
  'submission-events': evidence,
  'consent-records': evidence,
  // Not even an administrator deletes one.
  suppressions: {
    read: COORDINATORS,
    create: COORDINATORS,
    update: NOBODY,
    delete: NOBODY,
  },
  users: { read: SELF, create: ADMIN, update: SELF, delete: ADMIN, unlock: NOBODY },
};

export const GLOBALS: Record<string, Operations> = {
  site: { read: EVERYBODY, update: ADMIN },
  'crisis-resources': { read: EVERYBODY, update: ADMIN },
  header: { read: EVERYBODY, update: PUBLISHERS },
  footer: { read: EVERYBODY, update: PUBLISHERS },
};

/** The collections that each test file covers; separate files run in parallel. */
export const COLLECTIONS_BY_FILE = {
  articles: ['articles'],
  pages: ['pages'],
  structure: ['treatment-stages', 'calls-to-action'],
  lists: ['topics', 'people', 'media', 'redirects', 'consent-texts'],
  requests: ['form-submissions', 'submission-events', 'consent-records', 'suppressions', 'users'],
} as const;

/** Payload's own collections; the configuration sets access rules only for jobs. */
export const PAYLOAD_COLLECTIONS: Record<string, Operations> = {
  'payload-jobs': { read: COORDINATORS, create: NOBODY, update: NOBODY, delete: NOBODY },
  'payload-kv': { read: NOBODY, create: NOBODY, update: NOBODY, delete: NOBODY },
  'payload-migrations': { read: NOBODY, create: NOBODY, update: NOBODY, delete: NOBODY },
  'payload-preferences': { read: NOBODY, create: NOBODY, update: NOBODY, delete: NOBODY },
};
