import { beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '#tests/helpers/accounts.ts';
import { DATA_BUILDERS } from '#tests/helpers/document-data.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';
import type { Change, ChangeResult, ConflictBody, OpenDocument, People } from './change-pairs.ts';
import { pairsOf } from './change-pairs.ts';
import { SUBMISSION_CHANGES } from './submission-changes.ts';

const { api, sharedId } = await documentFactory();
let people: People;

beforeAll(async () => {
  people = {
    sam: await createAccount('Sam Lead', ['lead']),
    kim: await createAccount('Kim Lead', ['lead']),
  };
});

let lastNumber = 1000;

/** Creates a submission with a phone number of its own, which two people have open. */
async function openSubmission(): Promise<OpenDocument> {
  lastNumber += 1;
  const data = {
    ...(await DATA_BUILDERS['form-submissions']?.('Ann', sharedId)),
    phone: `(646) 555-${lastNumber}`,
    phoneE164: `+1646555${lastNumber}`,
    owner: null,
    quarantined: false,
    receivedAt: new Date(Date.now() - 60_000).toISOString(),
  };
  const doc = await api.db.create({ collection: 'form-submissions', data });
  return { id: String(doc.id), doc };
}

/** Reads the stored submission and its timeline. */
async function readStored(id: string) {
  const where = { submission: { equals: id } };
  const [submission, { docs: events }] = await Promise.all([
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
  return { submission, events };
}

const updatedAtOf = (id: string) =>
  readStored(id).then(({ submission }) => new Date(submission.updatedAt).toISOString());

const isOk = ({ status }: ChangeResult) => status === 200;

/** Expects a withdrawn submission to be closed, and every accepted note to be stored. */
async function expectNothingLost(id: string, results: [Change, ChangeResult][]) {
  const { submission, events } = await readStored(id);
  const accepted = results.filter(([, result]) => isOk(result)).map(([change]) => change);
  if (accepted.some(({ values }) => values.closedReason === 'withdrawn')) {
    expect(submission.status).toBe('closed');
  }
  const notes = accepted.filter(({ values }) => 'note' in values).length;
  expect(events.filter(({ type }) => type === 'note')).toHaveLength(notes);
  return { submission, events };
}

const pairs = pairsOf(SUBMISSION_CHANGES).map(
  ([first, second]) => [first.name, second.name, first, second] as const,
);

describe('two pages opened before both changes', () => {
  it.each(pairs)('%s, then %s', async (_, __, first, second) => {
    const page = await openSubmission();
    const base = await updatedAtOf(page.id);
    const one = await first.send(page, people.sam, base);
    const between = await readStored(page.id);
    const two = await second.send(page, people.kim, base);
    expect([200, 400]).toContain(one.status);
    if (second.ignoresBase) {
      expect(two.status).toBe(200);
    } else if (isOk(one) && between.submission.updatedAt !== base) {
      // A conflict, and nothing is stored; or the second change wrote the same values.
      if (!isOk(two)) {
        expect(two.status).toBe(409);
        expect((two.body as ConflictBody).errors).toEqual([
          {
            message: expect.stringMatching(/changed this .*Nothing of yours was saved/),
            changedBy:
              first.ignoresBase && first.name !== 'record a withdrawal'
                ? 'The visitor'
                : 'Sam Lead',
            changedAt: between.submission.updatedAt,
            fields: expect.any(Array),
          },
        ]);
        expect(await readStored(page.id)).toEqual(between);
      } else {
        expect(between.submission).toMatchObject(second.values);
      }
    }
    await expectNothingLost(page.id, [
      [first, one],
      [second, two],
    ]);
  });
});

describe('one field each, without a base version', () => {
  it.each(pairs)('%s, then %s', async (_, __, first, second) => {
    const page = await openSubmission();
    const one = await first.send(page, people.sam, undefined);
    const two = await second.send(page, people.kim, undefined);
    for (const { status } of [one, two]) expect([200, 400]).toContain(status);
    const { submission } = await expectNothingLost(page.id, [
      [first, one],
      [second, two],
    ]);
    const { note: _note, ...expected } = isOk(two)
      ? { ...first.values, ...second.values }
      : first.values;
    // A withdrawal of all open submissions does not change a closed one or its reason.
    const closed = first.values.status === 'closed' && second.closesOpen;
    // A reopened submission has no reason for closing.
    if (expected.status && expected.status !== 'closed') delete expected.closedReason;
    if (isOk(one)) expect(submission).toMatchObject(closed ? first.values : expected);
    if (submission.status !== 'closed') expect(submission.closedReason ?? null).toBeNull();
  });
});

describe('at the same moment', () => {
  it.each(pairs.filter(([one, two]) => one <= two))('%s and %s', async (_, __, first, second) => {
    const page = await openSubmission();
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
