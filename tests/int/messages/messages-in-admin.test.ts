import { beforeAll, beforeEach, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { type Account, createAccounts, type Person } from '#tests/helpers/accounts.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';
import { rest } from '#tests/helpers/rest.ts';
import type { FindResult } from '#tests/helpers/rest-result-types.ts';

const STAFF: Person[] = ['coordinator', 'lead', 'admin'];
const PATH = '/payload-jobs';

let accounts: Map<Person, Account>;
let submission: string;

const jobs = async () => (await payload()).db.connection.collection('payload-jobs');

beforeAll(async () => {
  accounts = await createAccounts();
  submission = String(
    (await (await documentFactory()).createDocument('form-submissions', 'Ada Private')).id,
  );
});

beforeEach(async () => {
  await (await jobs()).deleteMany({});
});

/** Inserts a message into the outbox. */
async function insertMessage(more: Record<string, unknown> = {}): Promise<string> {
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

const findJob = async (id: string) =>
  (await payload()).db.collections['payload-jobs']?.findById(id).lean();

const post = async (id: string, action: string, as: Person) =>
  (await rest('POST', `${PATH}/${id}/${action}`, { token: accounts.get(as)?.token })).status;

const findMessageEvents = async () => {
  const { docs } = await (await payload()).find({
    collection: 'submission-events',
    where: { submission: { equals: submission }, type: { equals: 'message' } },
    depth: 0,
    overrideAccess: true,
  });
  return docs;
};

it('lets only those who work on submissions read messages, and nobody write them', async () => {
  const id = await insertMessage();
  const before = await findJob(id);
  for (const [person, { token }] of accounts) {
    const { body } = await rest<Partial<FindResult>>('GET', PATH, { token });
    expect([person, body.docs?.length ?? 0]).toEqual([person, STAFF.includes(person) ? 1 : 0]);
    const data = { taskSlug: 'visitor-information', queue: 'text', input: { submission } };
    for (const [method, path] of [
      ['POST', PATH],
      ['PATCH', `${PATH}/${id}`],
      ['DELETE', `${PATH}/${id}`],
    ] as const) {
      const { status } = await rest(method, path, { token, data });
      expect([person, method, status]).toEqual([person, method, 403]);
    }
    for (const path of ['run', 'handle-schedules']) {
      expect((await rest('GET', `${PATH}/${path}`, { token })).status).toBeGreaterThanOrEqual(400);
    }
  }
  expect((await rest('GET', PATH)).status).toBe(403);
  expect(await findJob(id)).toEqual(before);
  expect(await (await jobs()).countDocuments()).toBe(1);
});

it.each(STAFF)('a %s queues a failed message again, with all its attempts', async (person) => {
  const id = await insertMessage({ ...FAILED, log: [{ state: 'failed', taskSlug: 'x' }] });
  expect(await post(id, 'send-again', person)).toBe(204);
  expect(await findJob(id)).toMatchObject({
    hasError: false,
    error: null,
    totalTried: 0,
    waitUntil: null,
    processing: false,
    log: [],
  });
  expect(await post(id, 'send-again', person)).toBe(409);
});

it.each(STAFF)(
  'a %s takes a message that cannot be sent out of the list, after passing it on',
  async (person) => {
    for (const id of [await insertMessage(), await insertMessage(FAILED)]) {
      const before = (await findMessageEvents()).length;
      expect(await post(id, 'done-by-hand', person)).toBe(204);
      expect(await findJob(id)).toBeNull();
      const events = await findMessageEvents();
      expect(events).toHaveLength(before + 1);
      expect(events.at(-1)).toMatchObject({
        actor: accounts.get(person)?.user.id,
        text: 'Done by hand: To the visitor: the link to information, by text message',
      });
      expect(await post(id, 'done-by-hand', person)).toBe(409);
    }
  },
);

it('refuses both to everybody else', async () => {
  const id = await insertMessage(FAILED);
  const before = await findJob(id);
  for (const person of accounts.keys()) {
    if (STAFF.includes(person)) continue;
    expect(await post(id, 'send-again', person)).toBe(403);
    expect(await post(id, 'done-by-hand', person)).toBe(403);
  }
  expect(await post(id, 'send-again', 'nobody')).toBe(403);
  expect(await findJob(id)).toEqual(before);
});

it('refuses both while a message is being sent', async () => {
  const id = await insertMessage({ processing: true });
  expect(await post(id, 'send-again', 'lead')).toBe(409);
  expect(await post(id, 'done-by-hand', 'lead')).toBe(409);
  for (const strange of ['x', '%00', '0'.repeat(24)]) {
    expect(await post(strange, 'done-by-hand', 'lead')).toBeGreaterThanOrEqual(400);
  }
  expect(await findJob(id)).not.toBeNull();
});

it('lets staff pass on a message whose worker died', async () => {
  const id = await insertMessage({ processing: true, leasedUntil: new Date(Date.now() - 1_000) });
  expect(await post(id, 'done-by-hand', 'lead')).toBe(204);
  expect(await findJob(id)).toBeNull();
});

it('never lists the mail with a new password of a staff member', async () => {
  const { user } = accounts.get('coordinator') as Account;
  await rest('POST', '/users/forgot-password', { data: { email: user.email } });
  expect(await (await jobs()).countDocuments()).toBe(0);
});
