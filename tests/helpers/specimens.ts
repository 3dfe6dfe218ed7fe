import { randomUUID } from 'node:crypto';
import type { CollectionSlug, Payload, TypeWithID } from 'payload';
import { payload } from '#data/payload.ts';
import { body, p } from '#seed/compose.ts';
import { MESSAGE_NAMES } from '#submissions/messages/messages.ts';
import { hashOf } from '#submissions/pipeline/record-consent.ts';
import type { Account } from './accounts.ts';

/** The smallest document that is valid, for each collection; the words given stand in its title. */
type Specimens = Record<
  string,
  (words: string, has: Cabinet) => Promise<Record<string, unknown>> | Record<string, unknown>
>;

/** Makes documents that others refer to, once. */
export type Cabinet = (collection: CollectionSlug) => Promise<string>;

export const SPECIMENS: Specimens = {
  articles: async (title, has) => ({
    title,
    summary: 'What it is about.',
    body: body(p('Words.')),
    authors: [await has('people')],
  }),
  pages: (title) => ({ title, summary: 'What it is about.', body: body(p('Words.')) }),
  'treatment-stages': (title) => ({
    title,
    summary: 'What it is about.',
    levelOfCare: 'Outpatient',
    usualDuration: 'Weeks',
    position: 1,
    whatHappens: body(p('Words.')),
    whatComesNext: body(p('Words.')),
  }),
  'calls-to-action': (heading) => ({
    kind: 'request-call',
    heading,
    text: 'Somebody calls.',
    button: 'Ask for a call',
  }),
  topics: (title) => ({ title, summary: 'What it is about.' }),
  people: (name) => ({ name, role: 'Writer' }),
  media: (alt) => ({ alt }),
  redirects: (from) => ({ from, to: { type: 'address', address: '/articles' } }),
  'form-submissions': async (name, has) => ({
    reference: randomUUID(),
    receipt: randomUUID(),
    keys: [randomUUID()],
    fingerprint: randomUUID(),
    status: 'new',
    kind: 'request-call',
    callToAction: await has('calls-to-action'),
    name,
    phone: '(212) 555-0142',
    preferredContact: 'call',
    locale: 'en',
    receivedAt: '2026-11-24T15:00:00.000Z',
  }),
  'submission-events': async (text, has) => ({
    submission: await has('form-submissions'),
    type: 'note',
    text,
    at: '2026-11-24T15:00:00.000Z',
  }),
  'consent-texts': (name) => ({
    name,
    purpose: 'text-messages',
    language: 'en',
    wording:
      '{brand} may send me messages. Message and data rates may apply. Reply STOP to end, HELP for help. It is not a condition of treatment. See the {terms} and the {privacy}.',
  }),
  'consent-records': async (wording, has) => ({
    submission: await has('form-submissions'),
    text: await has('consent-texts'),
    version: 1,
    wording,
    hash: hashOf(wording),
    given: true,
    recordedAt: '2026-11-24T15:00:00.000Z',
  }),
  suppressions: (hash) => ({
    contact: '(212) 555-0123',
    hash,
    channel: 'phone',
    source: 'text',
    at: '2026-11-24T15:00:00.000Z',
  }),
  users: (name) => ({
    name,
    email: `${randomUUID()}@example.org`,
    password: 'correct horse battery staple',
    roles: ['writer'],
  }),
};

/** The field in which a specimen's words stand. */
export const WORDS_IN: Record<string, string> = {
  'calls-to-action': 'heading',
  people: 'name',
  media: 'alt',
  redirects: 'from',
  'form-submissions': 'name',
  'submission-events': 'text',
  'consent-texts': 'name',
  'consent-records': 'wording',
  suppressions: 'hash',
  users: 'name',
};

export const wordsField = (collection: string): string => WORDS_IN[collection] ?? 'title';

/** A picture of one pixel. */
export const PICTURE = {
  name: 'pixel.png',
  mimetype: 'image/png',
  data: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

export const pictureFor = (collection: string) =>
  collection === 'media'
    ? { file: { ...PICTURE, size: PICTURE.data.length, name: `${randomUUID()}.png` } }
    : {};

/** A document of one of Payload's own collections, that this account owns if any can; returns its id. */
export async function payloadsOwn(api: Payload, slug: string, owner: Account): Promise<string> {
  const user = { relationTo: 'users', value: owner.user.id };
  const data = {
    'payload-jobs': { taskSlug: MESSAGE_NAMES[0], input: { submission: 'x' } },
    'payload-kv': { key: randomUUID(), data: { secret: 'x' } },
    'payload-migrations': { name: 'x', batch: 1 },
    'payload-preferences': { key: 'x', value: { secret: 'x' }, user },
  }[slug];
  return String((await api.db.create({ collection: slug as 'users', data: data ?? {} })).id);
}

export type Specimen = (
  collection: string,
  words: string,
  options?: { published?: boolean; by?: Account },
) => Promise<TypeWithID & Record<string, unknown>>;

/** Makes specimens, past all access rules. */
export async function cabinet(): Promise<{
  api: Payload;
  has: Cabinet;
  specimen: Specimen;
  /** Takes all documents of a collection away. */
  empty: (collection: string) => Promise<void>;
}> {
  const api = await payload();
  const made = new Map<string, Promise<string>>();
  const specimen: Specimen = async (collection, words, { published = false, by } = {}) => {
    const drafts = Boolean(api.collections[collection as CollectionSlug]?.config.versions?.drafts);
    const data = await SPECIMENS[collection]?.(words, has);
    // No operation writes into the ledger.
    if (collection === 'consent-records') return api.db.create({ collection, data: data ?? {} });
    return api.create({
      collection: collection as 'articles',
      data: { ...data, ...(drafts && { _status: published ? 'published' : 'draft' }) } as never,
      ...pictureFor(collection),
      user: by?.user,
      depth: 0,
      // System: what a test finds there was made by somebody who may.
      overrideAccess: true,
    }) as unknown as ReturnType<Specimen>;
  };
  const has: Cabinet = (collection) => {
    const there = made.get(collection) ?? firstOf(collection);
    made.set(collection, there);
    return there;
  };
  const firstOf = async (collection: CollectionSlug) =>
    String((await specimen(collection, `A ${collection} for others`, { published: true })).id);
  const empty = async (collection: string) => {
    made.delete(collection);
    await api.db.collections[collection]?.deleteMany({});
    await api.db.versions[collection]?.deleteMany({});
  };
  return { api, has, specimen, empty };
}
