import { beforeAll, beforeEach, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { type Account, accountsOfAll, type Person } from '#tests/helpers/accounts.ts';
import type { Found } from '#tests/helpers/answers.ts';
import { rest } from '#tests/helpers/rest.ts';
import { cabinet } from '#tests/helpers/specimens.ts';

const WORK: Person[] = ['coordinator', 'lead', 'admin'];
const ROOM = '/payload-jobs';

let accounts: Map<Person, Account>;
let submission: string;

const jobs = async () => (await payload()).db.connection.collection('payload-jobs');

beforeAll(async () => {
  accounts = await accountsOfAll();
  submission = String((await (await cabinet()).specimen('form-submissions', 'Ada Private')).id);
});

beforeEach(async () => {
  await (await jobs()).deleteMany({});
});

/** A message as it stands in the outbox. */
async function message(more: Record<string, unknown> = {}): Promise<string> {
  const { insertedId } = await (await jobs()).insertOne({
    taskSlug: 'visitor-information',
    queue: 'text',
    input: { submission },
    totalTried: 0,
    hasError: false,
    processing: false,
    createdAt: new Date(),
    updatedAt: new Date(),
    ...more,
  });
  return String(insertedId);
}

const FAILED = {
  hasError: true,
  error: { message: 'text-21614', cancelled: true },
  totalTried: 3,
  waitUntil: new Date('2030-01-01'),
};

const stored = async (id: string) =>
  (await payload()).db.collections['payload-jobs']?.findById(id).lean();

const act = async (id: string, what: string, as: Person) =>
  (await rest('POST', `${ROOM}/${id}/${what}`, { token: accounts.get(as)?.token })).status;

const lines = async () => {
  const { docs } = await (await payload()).find({
    collection: 'submission-events',
    where: { submission: { equals: submission }, type: { equals: 'message' } },
    depth: 0,
    overrideAccess: true,
  });
  return docs;
};

it('is read by those who work on requests, and written by nobody', async () => {
  const id = await message();
  const before = await stored(id);
  for (const [person, { token }] of accounts) {
    const { body } = await rest<Partial<Found>>('GET', ROOM, { token });
    expect([person, body.docs?.length ?? 0]).toEqual([person, WORK.includes(person) ? 1 : 0]);
    const data = { taskSlug: 'visitor-information', queue: 'text', input: { submission } };
    for (const [method, path] of [
      ['POST', ROOM],
      ['PATCH', `${ROOM}/${id}`],
      ['DELETE', `${ROOM}/${id}`],
    ] as const) {
      const { status } = await rest(method, path, { token, data });
      expect([person, method, status]).toEqual([person, method, 403]);
    }
    for (const path of ['run', 'handle-schedules']) {
      expect((await rest('GET', `${ROOM}/${path}`, { token })).status).toBeGreaterThanOrEqual(400);
    }
  }
  expect((await rest('GET', ROOM)).status).toBe(403);
  expect(await stored(id)).toEqual(before);
  expect(await (await jobs()).countDocuments()).toBe(1);
});

it.each(WORK)(
  'a %s sends again what could not be sent, as if it had never been tried',
  async (who) => {
    const id = await message({ ...FAILED, log: [{ state: 'failed', taskSlug: 'x' }] });
    expect(await act(id, 'send-again', who)).toBe(204);
    expect(await stored(id)).toMatchObject({
      hasError: false,
      error: null,
      totalTried: 0,
      waitUntil: null,
      processing: false,
      log: [],
    });
    expect(await act(id, 'send-again', who)).toBe(409);
  },
);

it.each(WORK)('a %s passes on by hand what does not go by itself', async (who) => {
  for (const id of [await message(), await message(FAILED)]) {
    const before = (await lines()).length;
    expect(await act(id, 'done-by-hand', who)).toBe(204);
    expect(await stored(id)).toBeNull();
    const written = await lines();
    expect(written).toHaveLength(before + 1);
    expect(written.at(-1)).toMatchObject({
      actor: accounts.get(who)?.user.id,
      text: 'Done by hand: To the visitor: the link to information, by text message',
    });
    expect(await act(id, 'done-by-hand', who)).toBe(409);
  }
});

it('nobody else does, and nothing changes', async () => {
  const id = await message(FAILED);
  const before = await stored(id);
  for (const person of accounts.keys()) {
    if (WORK.includes(person)) continue;
    expect(await act(id, 'send-again', person)).toBe(403);
    expect(await act(id, 'done-by-hand', person)).toBe(403);
  }
  expect(await act(id, 'send-again', 'nobody')).toBe(403);
  expect(await stored(id)).toEqual(before);
});

it('what is being sent is left alone', async () => {
  const id = await message({ processing: true });
  expect(await act(id, 'send-again', 'lead')).toBe(409);
  expect(await act(id, 'done-by-hand', 'lead')).toBe(409);
  for (const strange of ['x', '%00', '0'.repeat(24)]) {
    expect(await act(strange, 'done-by-hand', 'lead')).toBeGreaterThanOrEqual(400);
  }
  expect(await stored(id)).not.toBeNull();
});

it('what a worker had in hand as it died is done by hand', async () => {
  const id = await message({ processing: true, leasedUntil: new Date(Date.now() - 1_000) });
  expect(await act(id, 'done-by-hand', 'lead')).toBe(204);
  expect(await stored(id)).toBeNull();
});

it('a new password for a colleague never stands there', async () => {
  const { user } = accounts.get('coordinator') as Account;
  await rest('POST', '/users/forgot-password', { data: { email: user.email } });
  expect(await (await jobs()).countDocuments()).toBe(0);
});
