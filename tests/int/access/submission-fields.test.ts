import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import type { FormSubmission } from '#payload-types.ts';
import { type Account, createAccount } from '#tests/helpers/accounts.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';
import { rest } from '#tests/helpers/rest.ts';
import type { SaveResult } from '#tests/helpers/rest-result-types.ts';

const factory = await documentFactory();
let ada: Account;
let bea: Account;
let lead: Account;
let id: string;

beforeAll(async () => {
  ada = await createAccount('Ada', ['coordinator']);
  bea = await createAccount('Bea', ['coordinator']);
  lead = await createAccount('Lea', ['lead']);
});

beforeEach(async () => {
  id = String((await factory.createDocument('form-submissions', 'A visitor')).id);
});

const change = ({ token }: Account, data: object) =>
  rest<SaveResult>('PATCH', `/form-submissions/${id}?depth=0`, { token, data });

const readStored = async (): Promise<FormSubmission> =>
  (await payload()).findByID({
    collection: 'form-submissions',
    id,
    depth: 0,
    showHiddenFields: true,
    overrideAccess: true,
  });

const readTimeline = async () => {
  const { docs } = await (await payload()).find({
    collection: 'submission-events',
    where: { submission: { equals: id } },
    sort: 'id',
    depth: 0,
    overrideAccess: true,
  });
  return docs.map(({ type, text, actor }) => ({ type, text, actor }));
};

const RECEIVED = { type: 'received', text: 'The request came in.', actor: undefined };

it('lets nobody change what a visitor sent', async () => {
  const before = await readStored();
  const { id: callToAction } = await factory.createDocument('calls-to-action', 'Another', {
    published: true,
  });
  const submitted = {
    reference: 'TC-0000-000',
    kind: 'text-info',
    callToAction,
    name: 'Somebody else',
    email: 'else@example.org',
    normalizedEmail: 'else@example.org',
    phone: '212 555 0199',
    phoneE164: '+12125550199',
    preferredContact: 'text',
    bestTime: 'morning',
    slot: '2030-01-01T15:00:00.000Z',
    message: 'Words',
    contactWishes: 'Words',
    voicemail: true,
    receiptByMail: true,
    answers: [{ question: 'q', label: 'Q', type: 'short-text', values: ['a'] }],
    page: '/elsewhere',
    locale: 'de',
    timeZone: 'Europe/Berlin',
    suspicions: ['hidden-box'],
    withdrawnBeside: ['phone'],
    receivedAt: '2020-01-01T00:00:00.000Z',
    dueAt: '2030-01-01T00:00:00.000Z',
  };
  // Every other field of the collection must be listed above.
  const writable = [
    'id',
    'createdAt',
    'updatedAt',
    'status',
    'closedReason',
    'owner',
    'quarantined',
    'note',
    // Written by hooks.
    'changeLog',
  ];
  const hidden = ['receipt', 'keys', 'fingerprint', 'repeats', 'withdrawnReceipts', 'seat'];
  const fields = (await payload()).collections['form-submissions'].config.flattenedFields;
  const named = [...Object.keys(submitted), ...writable, ...hidden];
  expect(fields.map(({ name }) => name).filter((name) => !named.includes(name))).toEqual([]);
  for (const person of [ada, lead, await createAccount('Admin', ['admin'])]) {
    expect(await change(person, submitted)).toMatchObject({ status: 200 });
  }
  const { updatedAt, changeLog } = before;
  expect({ ...(await readStored()), updatedAt, changeLog }).toEqual(before);
  expect(await readTimeline()).toEqual([RECEIVED]);
});

it('lets nobody write the change log', async () => {
  await change(ada, { note: 'A note', changeLog: [{ at: '2001-01-01', by: bea.user.id }] });
  expect(JSON.stringify((await readStored()).changeLog)).not.toContain(bea.user.id);
});

it('lets nobody change hidden fields', async () => {
  const before = await readStored();
  for (const person of [ada, lead]) {
    await change(person, {
      receipt: 'mine',
      keys: ['mine'],
      fingerprint: 'mine',
      repeats: [{ receipt: 'mine', receivedAt: before.receivedAt }],
      withdrawnReceipts: ['mine'],
      seat: 'mine',
    });
  }
  const { updatedAt, changeLog } = before;
  expect({ ...(await readStored()), updatedAt, changeLog }).toEqual(before);
});

describe('the owner', () => {
  it('is set and cleared by a coordinator who takes a submission and gives it back', async () => {
    expect(await change(ada, { owner: ada.user.id })).toMatchObject({ status: 200 });
    expect((await readStored()).owner).toBe(ada.user.id);
    expect(await change(ada, { owner: null })).toMatchObject({ status: 200 });
    expect((await readStored()).owner ?? null).toBeNull();
    expect(await readTimeline()).toEqual([
      RECEIVED,
      { type: 'owner', text: 'Ada', actor: ada.user.id },
      { type: 'owner', text: 'Given back', actor: ada.user.id },
    ]);
  });

  it('is not assigned to or taken from others by a coordinator', async () => {
    expect(await change(ada, { owner: bea.user.id })).toMatchObject({ status: 400 });
    expect((await readStored()).owner).toBeFalsy();
    await change(bea, { owner: bea.user.id });
    for (const owner of [ada.user.id, null]) {
      expect(await change(ada, { owner })).toMatchObject({ status: 400 });
      const path = `/form-submissions?where[id][equals]=${id}`;
      await rest('PATCH', path, { token: ada.token, data: { owner } });
      expect((await readStored()).owner).toBe(bea.user.id);
    }
    expect(await readTimeline()).toHaveLength(2);
  });

  it('is assigned to any coordinator by a lead', async () => {
    expect(await change(lead, { owner: bea.user.id })).toMatchObject({ status: 200 });
    expect(await change(lead, { owner: ada.user.id })).toMatchObject({ status: 200 });
    expect((await readStored()).owner).toBe(ada.user.id);
  });
});

describe('the spam flag', () => {
  it('is set and cleared by coordinators, and recorded in the timeline', async () => {
    expect(await change(ada, { quarantined: true })).toMatchObject({ status: 200 });
    expect((await readStored()).quarantined).toBe(true);
    await change(bea, { quarantined: false });
    expect((await readStored()).quarantined).toBe(false);
    expect(await readTimeline()).toEqual([
      RECEIVED,
      { type: 'mark', text: 'Possible spam', actor: ada.user.id },
      { type: 'mark', text: 'A real request', actor: bea.user.id },
    ]);
  });

  it('is not writable by an editor', async () => {
    const editor = await createAccount('Edda', ['editor']);
    expect(await change(editor, { quarantined: true })).toMatchObject({ status: 403 });
    expect((await readStored()).quarantined).toBe(false);
    expect(await readTimeline()).toEqual([RECEIVED]);
  });
});

describe('the timeline', () => {
  it('records each status, with the reason of a closing', async () => {
    await change(ada, { status: 'contacted' });
    expect(await change(ada, { status: 'closed' })).toMatchObject({ status: 400 });
    await change(bea, { status: 'closed', closedReason: 'referred' });
    expect(await readTimeline()).toEqual([
      RECEIVED,
      { type: 'status', text: 'Contacted', actor: ada.user.id },
      { type: 'status', text: 'Closed: Referred to someone else', actor: bea.user.id },
    ]);
  });

  it('stores a note, which the submission does not', async () => {
    const note = 'Called; will call again.';
    const { body } = await change(ada, { note: `  ${note} ` });
    expect(body.doc.note ?? null).toBeNull();
    expect(await readTimeline()).toEqual([
      RECEIVED,
      { type: 'note', text: note, actor: ada.user.id },
    ]);
    expect(JSON.stringify(await readStored())).not.toContain(note);
    await change(ada, { status: 'contacted' });
    expect(await readTimeline()).toHaveLength(3);
  });

  it('is deleted with the submission', async () => {
    const admin = await createAccount('Another admin', ['admin']);
    await rest('DELETE', `/form-submissions/${id}`, { token: admin.token });
    expect(await readTimeline()).toEqual([]);
  });
});

it.each([
  ['too long', 'x'.repeat(4001)],
  ['no text', { words: 'x' }],
])('rejects a note that is %s, and records nothing', async (_, note) => {
  expect(await change(ada, { note })).toMatchObject({
    status: 400,
    body: { errors: [{ data: { errors: [{ path: 'note' }] } }] },
  });
  expect(await readTimeline()).toEqual([RECEIVED]);
});
