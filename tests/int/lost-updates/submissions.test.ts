import { beforeAll, describe, expect, it } from 'vitest';
import { account } from '#tests/helpers/accounts.ts';
import { cabinet, SPECIMENS } from '#tests/helpers/specimens.ts';
import type { Change, Opened, People, Sent, Told } from './pairs.ts';
import { pairsOf } from './pairs.ts';
import { SUBMISSION_CHANGES } from './submission-changes.ts';

const { api, has } = await cabinet();
let people: People;

beforeAll(async () => {
  people = { sam: await account('Sam Lead', ['lead']), kim: await account('Kim Lead', ['lead']) };
});

let numbers = 1000;

/** A request of somebody with a number of their own, as two people have it open. */
async function opened(): Promise<Opened> {
  numbers += 1;
  const data = {
    ...(await SPECIMENS['form-submissions']?.('Ann', has)),
    phone: `(646) 555-${numbers}`,
    phoneE164: `+1646555${numbers}`,
    owner: null,
    quarantined: false,
    receivedAt: new Date(Date.now() - 60_000).toISOString(),
  };
  const doc = await api.db.create({ collection: 'form-submissions', data });
  return { id: String(doc.id), doc };
}

/** The request and its timeline as they stand in the database. */
async function stored(id: string) {
  const where = { submission: { equals: id } };
  const [request, { docs: events }] = await Promise.all([
    api.findByID({
      collection: 'form-submissions',
      id,
      depth: 0,
      showHiddenFields: true,
      overrideAccess: true,
    }),
    api.find({
      collection: 'submission-events',
      where,
      pagination: false,
      depth: 0,
      overrideAccess: true,
    }),
  ]);
  return { request, events };
}

const updatedAtOf = (id: string) =>
  stored(id).then(({ request }) => new Date(request.updatedAt).toISOString());

const isOk = ({ status }: Sent) => status === 200;

/** What was withdrawn is not open, and every note that was taken is kept. */
async function expectNothingLost(id: string, sent: [Change, Sent][]) {
  const { request, events } = await stored(id);
  const ok = sent.filter(([, answer]) => isOk(answer)).map(([change]) => change);
  if (ok.some(({ values }) => values.closedReason === 'withdrawn')) {
    expect(request.status).toBe('closed');
  }
  const notes = ok.filter(({ values }) => 'note' in values).length;
  expect(events.filter(({ type }) => type === 'note')).toHaveLength(notes);
  return { request, events };
}

const pairs = pairsOf(SUBMISSION_CHANGES).map(
  ([first, second]) => [first.name, second.name, first, second] as const,
);

describe('from two pages opened before', () => {
  it.each(pairs)('%s, then %s', async (_, __, first, second) => {
    const page = await opened();
    const base = await updatedAtOf(page.id);
    const one = await first.send(page, people.sam, base);
    const between = await stored(page.id);
    const two = await second.send(page, people.kim, base);
    expect([200, 400]).toContain(one.status);
    if (second.always) {
      expect(two.status).toBe(200);
    } else if (isOk(one) && between.request.updatedAt !== base) {
      // Told, and nothing is stored, unless there was nothing left to change.
      if (!isOk(two)) {
        expect(two.status).toBe(409);
        expect((two.body as Told).errors).toEqual([
          {
            message: expect.stringMatching(/changed this .*Nothing of yours was saved/),
            changedBy:
              first.always && first.name !== 'record a withdrawal' ? 'The visitor' : 'Sam Lead',
            changedAt: between.request.updatedAt,
            fields: expect.any(Array),
          },
        ]);
        expect(await stored(page.id)).toEqual(between);
      } else {
        expect(between.request).toMatchObject(second.values);
      }
    }
    await expectNothingLost(page.id, [
      [first, one],
      [second, two],
    ]);
  });
});

describe('naming one field each, without a base', () => {
  it.each(pairs)('%s, then %s', async (_, __, first, second) => {
    const page = await opened();
    const one = await first.send(page, people.sam, undefined);
    const two = await second.send(page, people.kim, undefined);
    for (const { status } of [one, two]) expect([200, 400]).toContain(status);
    const { request } = await expectNothingLost(page.id, [
      [first, one],
      [second, two],
    ]);
    const { note: _note, ...kept } = isOk(two)
      ? { ...first.values, ...second.values }
      : first.values;
    // A withdrawal of all that is open leaves what was closed before, with its reason.
    const closed = first.values.status === 'closed' && second.closesOpen;
    // What is opened again has no reason for being closed any more.
    if (kept.status && kept.status !== 'closed') delete kept.closedReason;
    if (isOk(one)) expect(request).toMatchObject(closed ? first.values : kept);
    if (request.status !== 'closed') expect(request.closedReason ?? null).toBeNull();
  });
});

describe('at the same moment', () => {
  it.each(pairs.filter(([one, two]) => one <= two))('%s and %s', async (_, __, first, second) => {
    const page = await opened();
    const base = await updatedAtOf(page.id);
    const [one, two] = await Promise.all([
      first.send(page, people.sam, base),
      second.send(page, people.kim, base),
    ]);
    for (const { status } of [one, two]) expect([200, 400, 409]).toContain(status);
    expect([one, two].some(isOk)).toBe(true);
    await expectNothingLost(page.id, [
      [first, one],
      [second, two],
    ]);
  });
});
