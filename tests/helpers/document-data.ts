import { randomUUID } from 'node:crypto';
import type { CollectionSlug } from 'payload';
import { body, p } from '#seed/rich-text-markup.ts';
import { hashWording } from '#submissions/pipeline/record-consent.ts';

/** Builds the data of a minimal valid document; `title` goes into the field named by `titleField`. */
type BuildData = (
  title: string,
  sharedId: GetSharedId,
) => Promise<Record<string, unknown>> | Record<string, unknown>;

/** Every collection of the product, without Payload's own. */
type OwnCollection = Exclude<CollectionSlug, `payload-${string}`>;

/** Returns the id of a published document for others to refer to; creates it at the first call. */
export type GetSharedId = (collection: CollectionSlug) => Promise<string>;

const BUILDERS: Record<OwnCollection, BuildData> = {
  articles: async (title, sharedId) => ({
    title,
    summary: 'What it is about.',
    body: body(p('Words.')),
    authors: [await sharedId('people')],
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
  'form-submissions': async (name, sharedId) => ({
    reference: randomUUID(),
    receipt: randomUUID(),
    keys: [randomUUID()],
    fingerprint: randomUUID(),
    status: 'new',
    kind: 'request-call',
    callToAction: await sharedId('calls-to-action'),
    name,
    phone: '(212) 555-0142',
    preferredContact: 'call',
    locale: 'en',
    receivedAt: '2026-11-24T15:00:00.000Z',
  }),
  'submission-events': async (text, sharedId) => ({
    submission: await sharedId('form-submissions'),
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
  'consent-records': async (wording, sharedId) => ({
    submission: await sharedId('form-submissions'),
    text: await sharedId('consent-texts'),
    version: 1,
    wording,
    hash: hashWording(wording),
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

/** Builders of minimal valid data, by collection. */
export const DATA_BUILDERS: Record<string, BuildData> = BUILDERS;

const TITLE_FIELDS: Record<OwnCollection, string> = {
  articles: 'title',
  pages: 'title',
  'treatment-stages': 'title',
  topics: 'title',
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

/** Returns the name of the field that identifies a document of the collection. */
export const titleField = (collection: string): string =>
  TITLE_FIELDS[collection as OwnCollection] ?? 'title';

/** A picture of one pixel. */
export const PICTURE = {
  name: 'pixel.png',
  mimetype: 'image/png',
  data: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** Returns the options of `create` with a file, for collections that need one. */
export const fileOptions = (collection: string) =>
  collection === 'media'
    ? { file: { ...PICTURE, size: PICTURE.data.length, name: `${randomUUID()}.png` } }
    : {};
