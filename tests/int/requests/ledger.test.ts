import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { APIError } from 'payload';
import { beforeAll, describe, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { ROLES } from '#domain/roles.ts';
import { inTransaction } from '#submissions/pipeline/transaction.ts';
import { type Account, account } from '#tests/helpers/accounts.ts';
import { openDoors, SENDER, send, storedUnder } from '#tests/helpers/door.ts';
import { rest } from '#tests/helpers/rest.ts';

// System: what is past all access rules must be refused as well.
const system = { collection: 'consent-records', overrideAccess: true } as const;

let all: Account;
let record: Awaited<ReturnType<typeof storedUnder>>['consents'][number];

beforeAll(async () => {
  await openDoors();
  all = await account('Holds every role', [...ROLES]);
  record = await consent();
});

async function consent() {
  const { receipt } = await send({
    callToAction: 'request-call',
    answers: { name: 'Ann', phone: '(212) 555-0123' },
    page: '/',
    consent: { text: 'text-messages', version: 1, given: true },
  });
  const [one] = (await storedUnder(receipt)).consents;
  if (!one) throw new Error('There is no record.');
  return one;
}

const records = async () =>
  JSON.stringify((await (await payload()).find({ ...system, depth: 0 })).docs);

it('a record carries the hash of its words and the browser that sent them', () => {
  const hash = createHash('sha256').update(record.wording, 'utf8').digest('hex');
  expect(record).toMatchObject({ hash, userAgent: SENDER.userAgent });
});

describe('nobody writes to the ledger', () => {
  const data = () => ({ ...record, id: undefined });

  it.each<[string, string, string, (() => object)?]>([
    ['POST', '', 'create', data],
    ['PATCH', '/ID', 'update', () => ({ given: false })],
    ['PATCH', '?where[given][equals]=true', 'update many', () => ({ given: false })],
    ['DELETE', '/ID', 'delete'],
    ['DELETE', '?where[given][equals]=true', 'delete many'],
  ])('%s %s: all roles together may not %s', async (method, path, _, body) => {
    const before = await records();
    const { status } = await rest(method, `/consent-records${path.replace('ID', record.id)}`, {
      token: all.token,
      data: body?.(),
    });
    expect(status).toBe(403);
    expect(await records()).toBe(before);
  });

  it('nor does code that is past all rules, whatever it does', async () => {
    const api = await payload();
    const before = await records();
    const { id } = record;
    const where = { id: { equals: id } };
    const tries = [
      () => api.create({ ...system, data: data() }),
      () => api.update({ ...system, id, data: { given: false } }),
      () => api.update({ ...system, where, data: { given: false } }),
      () => api.delete({ ...system, id }),
      () => api.delete({ ...system, where }),
      () => api.duplicate({ ...system, id }),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toBeInstanceOf(APIError);
    expect(await records()).toBe(before);
  });

  it('nor what else is done in the transaction of a request', async () => {
    const before = await records();
    const { recordConsent } = await import('#submissions/pipeline/record-consent.ts');
    const api = await payload();
    const { text, version, wording, given, submission } = record;
    const twice = inTransaction(async (req) => {
      const evidence = { text, version, wording, given };
      await recordConsent(evidence, { submission: String(submission), page: '/' }, SENDER, req);
      await api.create({ ...system, data: data(), req });
    });
    await expect(twice).rejects.toMatchObject({ status: 403 });
    expect(await records()).toBe(before);
  });

  it('few files of the source name the ledger, and one of them inserts', async () => {
    const naming: string[] = [];
    for await (const file of glob('{src,collections,globals}/**/*.{ts,tsx}')) {
      const source = await readFile(file, 'utf8');
      if (!file.endsWith('payload-types.ts') && /consent-records['`"]/.test(source))
        naming.push(file);
    }
    expect(naming.toSorted()).toEqual([
      'collections/consent-records.ts',
      // Counts.
      'collections/consent-texts/keep-shown-wordings.ts',
      // Takes out the sender of an erased request.
      'collections/form-submissions/forget-traces.ts',
      // Shows.
      'src/desk/coordinator/request/request-summary.tsx',
      // Draws its ids.
      'src/platform/database/random-ids.ts',
      // Inserts.
      'src/submissions/pipeline/record-consent.ts',
    ]);
  });
});

it('a change of the wording makes a new version, and what was recorded stays as it was', async () => {
  const before = await records();
  const api = await payload();
  const where = { slug: { equals: 'text-messages' } };
  const texts = { collection: 'consent-texts', where, overrideAccess: true } as const;
  const { docs } = await api.find(texts);
  const changed = await api.update({ ...texts, data: { wording: `${docs[0]?.wording} Anew.` } });
  expect(changed.docs).toMatchObject([{ version: 2 }]);
  expect(await records()).toBe(before);
});
