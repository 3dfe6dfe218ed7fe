import { PERSONS, type Person } from '#tests/helpers/accounts.ts';

/**
 * Who may do what: written by hand from the table of the product, never derived from the rules it
 * checks. `own` marks a person who may do it to the own document only. Who is not named may not.
 */
export type May = Person | `${Person} (own)`;

type Operations = Record<string, readonly May[]>;

const EVERYBODY = PERSONS;
const NOBODY: May[] = [];

const SEES_DRAFTS: May[] = ['writer', 'editor', 'reviewer', 'admin'];
const PUBLISHES: May[] = ['editor', 'admin'];
const WORKS_WITH_REQUESTS: May[] = ['coordinator', 'lead', 'admin'];
const ADMIN: May[] = ['admin'];

/** Everybody who is signed in, for the own account. */
const SELF: May[] = [
  'writer (own)',
  'editor (own)',
  'reviewer (own)',
  'coordinator (own)',
  'lead (own)',
  'admin',
];

/** What readers see and publishers publish; `write` are those who make and change its drafts. */
const published = (create: May[], change: May[]): Operations => ({
  read: EVERYBODY,
  'read a draft': SEES_DRAFTS,
  'read a draft change': SEES_DRAFTS,
  'read versions': SEES_DRAFTS,
  'create a draft': create,
  'create published': PUBLISHES,
  'change a draft': change,
  'change what is published': PUBLISHES,
  publish: PUBLISHES,
  unpublish: PUBLISHES,
  'restore a version': PUBLISHES,
  'restore a version as a draft': change,
  delete: ADMIN,
});

/** Writers write articles and pages; they change their own. */
const text = {
  ...published(['writer', 'editor', 'admin'], ['writer (own)', 'editor', 'admin']),
  duplicate: ['writer', 'editor', 'admin'] as May[],
};

/** Only publishers make and change these. */
const structure = published(PUBLISHES, PUBLISHES);

const list = {
  read: EVERYBODY,
  create: PUBLISHES,
  update: PUBLISHES,
  delete: ADMIN,
};

/** Written by the platform alone, and never touched again. */
const evidence = { read: WORKS_WITH_REQUESTS, create: NOBODY, update: NOBODY, delete: NOBODY };

export const COLLECTIONS: Record<string, Operations> = {
  articles: text,
  pages: text,
  'treatment-stages': structure,
  'calls-to-action': { ...structure, duplicate: PUBLISHES },
  topics: list,
  people: list,
  media: {
    read: EVERYBODY,
    create: ['writer', 'editor', 'admin'],
    update: ['writer (own)', 'editor', 'admin'],
    delete: ADMIN,
  },
  redirects: list,
  'consent-texts': { read: EVERYBODY, create: ADMIN, update: ADMIN, delete: ADMIN },
  'form-submissions': {
    read: WORKS_WITH_REQUESTS,
    // Requests come in through their own door, never through this API.
    create: NOBODY,
    update: WORKS_WITH_REQUESTS,
    delete: ADMIN,
  },
  'submission-events': evidence,
  'consent-records': evidence,
  // Kept for good, not even an administrator takes one away.
  suppressions: {
    read: WORKS_WITH_REQUESTS,
    create: WORKS_WITH_REQUESTS,
    update: NOBODY,
    delete: NOBODY,
  },
  users: { read: SELF, create: ADMIN, update: SELF, delete: ADMIN, unlock: NOBODY },
};

export const GLOBALS: Record<string, Operations> = {
  site: { read: EVERYBODY, update: ADMIN },
  'crisis-resources': { read: EVERYBODY, update: ADMIN },
  header: { read: EVERYBODY, update: PUBLISHES },
  footer: { read: EVERYBODY, update: PUBLISHES },
};

/** Which test file tries what: apart, so that they run side by side. */
export const TRIED_IN = {
  articles: ['articles'],
  pages: ['pages'],
  structure: ['treatment-stages', 'calls-to-action'],
  lists: ['topics', 'people', 'media', 'redirects', 'consent-texts'],
  requests: ['form-submissions', 'submission-events', 'consent-records', 'suppressions', 'users'],
} as const;

/** Payload's own collections, of which the configuration takes no access rules but for jobs. */
export const PAYLOADS_OWN: Record<string, Operations> = {
  'payload-jobs': { read: WORKS_WITH_REQUESTS, create: NOBODY, update: NOBODY, delete: NOBODY },
  'payload-kv': { read: NOBODY, create: NOBODY, update: NOBODY, delete: NOBODY },
  'payload-migrations': { read: NOBODY, create: NOBODY, update: NOBODY, delete: NOBODY },
  'payload-preferences': { read: NOBODY, create: NOBODY, update: NOBODY, delete: NOBODY },
};
