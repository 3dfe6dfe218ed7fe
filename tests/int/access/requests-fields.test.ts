import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import type { FormSubmission } from '#payload-types.ts';
import { type Account, account } from '#tests/helpers/accounts.ts';
import type { Saved } from '#tests/helpers/answers.ts';
import { rest } from '#tests/helpers/rest.ts';
import { cabinet } from '#tests/helpers/specimens.ts';

const made = await cabinet();
let ada: Account;
let bea: Account;
let lead: Account;
let id: string;

beforeAll(async () => {
  ada = await account('Ada', ['coordinator']);
  bea = await account('Bea', ['coordinator']);
  lead = await account('Lea', ['lead']);
});

beforeEach(async () => {
  id = String((await made.specimen('form-submissions', 'A visitor')).id);
});

const change = ({ token }: Account, data: object) =>
  rest<Saved>('PATCH', `/form-submissions/${id}?depth=0`, { token, data });

const stored = async (): Promise<FormSubmission> =>
  (await payload()).findByID({
    collection: 'form-submissions',
    id,
    depth: 0,
    showHiddenFields: true,
    overrideAccess: true,
  });

const timeline = async () => {
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

it('what a visitor sent is changed by nobody', async () => {
  const before = await stored();
  const { id: callToAction } = await made.specimen('calls-to-action', 'Another', {
    published: true,
  });
  const changed = {
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
  // Every field but what is worked with and what is hidden stands above.
  const worked = [
    'id',
    'createdAt',
    'updatedAt',
    'status',
    'closedReason',
    'owner',
    'quarantined',
    'note',
    // Written by hooks at each change.
    'changeLog',
  ];
  const hidden = ['receipt', 'keys', 'fingerprint', 'repeats', 'withdrawnReceipts', 'seat'];
  const fields = (await payload()).collections['form-submissions'].config.flattenedFields;
  const named = [...Object.keys(changed), ...worked, ...hidden];
  expect(fields.map(({ name }) => name).filter((name) => !named.includes(name))).toEqual([]);
  for (const person of [ada, lead, await account('Admin', ['admin'])]) {
    expect(await change(person, changed)).toMatchObject({ status: 200 });
  }
  const { updatedAt, changeLog } = before;
  expect({ ...(await stored()), updatedAt, changeLog }).toEqual(before);
  expect(await timeline()).toEqual([RECEIVED]);
});

it('nor is who changed it', async () => {
  await change(ada, { note: 'A note', changeLog: [{ at: '2001-01-01', by: bea.user.id }] });
  expect(JSON.stringify((await stored()).changeLog)).not.toContain(bea.user.id);
});

it('nor is what finds it again', async () => {
  const before = await stored();
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
  expect({ ...(await stored()), updatedAt, changeLog }).toEqual(before);
});

describe('the owner', () => {
  it('a coordinator takes a request and gives it back', async () => {
    expect(await change(ada, { owner: ada.user.id })).toMatchObject({ status: 200 });
    expect((await stored()).owner).toBe(ada.user.id);
    expect(await change(ada, { owner: null })).toMatchObject({ status: 200 });
    expect((await stored()).owner ?? null).toBeNull();
    expect(await timeline()).toEqual([
      RECEIVED,
      { type: 'owner', text: 'Ada', actor: ada.user.id },
      { type: 'owner', text: 'Given back', actor: ada.user.id },
    ]);
  });

  it('a coordinator assigns to nobody else, and takes from nobody', async () => {
    expect(await change(ada, { owner: bea.user.id })).toMatchObject({ status: 400 });
    expect((await stored()).owner).toBeFalsy();
    await change(bea, { owner: bea.user.id });
    for (const owner of [ada.user.id, null]) {
      expect(await change(ada, { owner })).toMatchObject({ status: 400 });
      const path = `/form-submissions?where[id][equals]=${id}`;
      await rest('PATCH', path, { token: ada.token, data: { owner } });
      expect((await stored()).owner).toBe(bea.user.id);
    }
    expect(await timeline()).toHaveLength(2);
  });

  it('a lead assigns to anybody', async () => {
    expect(await change(lead, { owner: bea.user.id })).toMatchObject({ status: 200 });
    expect(await change(lead, { owner: ada.user.id })).toMatchObject({ status: 200 });
    expect((await stored()).owner).toBe(ada.user.id);
  });
});

describe('the mark of possible spam', () => {
  it('is set and cleared by coordinators, and told in the timeline', async () => {
    expect(await change(ada, { quarantined: true })).toMatchObject({ status: 200 });
    expect((await stored()).quarantined).toBe(true);
    await change(bea, { quarantined: false });
    expect((await stored()).quarantined).toBe(false);
    expect(await timeline()).toEqual([
      RECEIVED,
      { type: 'mark', text: 'Possible spam', actor: ada.user.id },
      { type: 'mark', text: 'A real request', actor: bea.user.id },
    ]);
  });

  it('is neither set nor seen by an editor', async () => {
    const editor = await account('Edda', ['editor']);
    expect(await change(editor, { quarantined: true })).toMatchObject({ status: 403 });
    expect((await stored()).quarantined).toBe(false);
    expect(await timeline()).toEqual([RECEIVED]);
  });
});

describe('the timeline', () => {
  it('tells of a status, with the reason of a closing', async () => {
    await change(ada, { status: 'contacted' });
    expect(await change(ada, { status: 'closed' })).toMatchObject({ status: 400 });
    await change(bea, { status: 'closed', closedReason: 'referred' });
    expect(await timeline()).toEqual([
      RECEIVED,
      { type: 'status', text: 'Contacted', actor: ada.user.id },
      { type: 'status', text: 'Closed: Referred to someone else', actor: bea.user.id },
    ]);
  });

  it('keeps a note, and the request does not', async () => {
    const note = 'Called; will call again.';
    const { body } = await change(ada, { note: `  ${note} ` });
    expect(body.doc.note ?? null).toBeNull();
    expect(await timeline()).toEqual([RECEIVED, { type: 'note', text: note, actor: ada.user.id }]);
    expect(JSON.stringify(await stored())).not.toContain(note);
    await change(ada, { status: 'contacted' });
    expect(await timeline()).toHaveLength(3);
  });

  it('goes with the request, its lines untouched by anybody', async () => {
    const admin = await account('Another admin', ['admin']);
    await rest('DELETE', `/form-submissions/${id}`, { token: admin.token });
    expect(await timeline()).toEqual([]);
  });
});

it.each([
  ['too long', 'x'.repeat(4001)],
  ['no text', { words: 'x' }],
])('a note that is %s is turned away, and nothing is written', async (_, note) => {
  expect(await change(ada, { note })).toMatchObject({
    status: 400,
    body: { errors: [{ data: { errors: [{ path: 'note' }] } }] },
  });
  expect(await timeline()).toEqual([RECEIVED]);
});
