import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { APIError } from 'payload';
import { beforeAll, describe, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { ROLES } from '#domain/roles.ts';
import { runInRetriedTransaction } from '#platform/database/transaction.ts';
import { type Account, createAccount } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';
import { CLIENT, loadSubmission, seedForms, sendSubmission } from '#tests/helpers/submissions.ts';

// System: the ledger must refuse even calls that bypass access rules.
const system = { collection: 'consent-records', overrideAccess: true } as const;

let adminWithAllRoles: Account;
let record: Awaited<ReturnType<typeof loadSubmission>>['consents'][number];

beforeAll(async () => {
  await seedForms();
  adminWithAllRoles = await createAccount('Holds every role', [...ROLES]);
  record = await submitWithConsent();
});

async function submitWithConsent() {
  const { receipt } = await sendSubmission({
    callToAction: 'request-call',
    answers: { name: 'Ann', phone: '(212) 555-0123' },
    page: '/',
    consent: { text: 'text-messages', version: 1, given: true },
  });
  const [consent] = (await loadSubmission(receipt)).consents;
  if (!consent) throw new Error('No consent record was written.');
  return consent;
}

const readRecords = async () =>
  JSON.stringify((await (await payload()).find({ ...system, depth: 0 })).docs);

it('a record has the hash of its wording and the browser of the client', () => {
  const hash = createHash('sha256').update(record.wording, 'utf8').digest('hex');
  expect(record).toMatchObject({ hash, userAgent: CLIENT.userAgent });
});

describe('the consent ledger', () => {
  const data = () => ({ ...record, id: undefined });

  it.each<[string, string, string, (() => object)?]>([
    ['POST', '', 'create', data],
    ['PATCH', '/ID', 'update', () => ({ given: false })],
    ['PATCH', '?where[given][equals]=true', 'update many', () => ({ given: false })],
    ['DELETE', '/ID', 'delete'],
    ['DELETE', '?where[given][equals]=true', 'delete many'],
  ])('refuses %s %s, even with all roles together (%s)', async (method, path, _, body) => {
    const before = await readRecords();
    const { status } = await rest(method, `/consent-records${path.replace('ID', record.id)}`, {
      token: adminWithAllRoles.token,
      data: body?.(),
    });
    expect(status).toBe(403);
    expect(await readRecords()).toBe(before);
  });

  it('refuses all writes of the Local API, even without access rules', async () => {
    const api = await payload();
    const before = await readRecords();
    const { id } = record;
    const where = { id: { equals: id } };
    const writes = [
      () => api.create({ ...system, data: data() }),
      () => api.update({ ...system, id, data: { given: false } }),
      () => api.update({ ...system, where, data: { given: false } }),
      () => api.delete({ ...system, id }),
      () => api.delete({ ...system, where }),
      () => api.duplicate({ ...system, id }),
    ];
    for (const write of writes) await expect(write()).rejects.toBeInstanceOf(APIError);
    expect(await readRecords()).toBe(before);
  });

  it('refuses other writes in the transaction of a submission', async () => {
    const before = await readRecords();
    const { recordConsent } = await import('#submissions/pipeline/record-consent.ts');
    const api = await payload();
    const { text, version, wording, given, submission } = record;
    const secondWrite = runInRetriedTransaction(payload, async (req) => {
      const evidence = { text, version, wording, given };
      await recordConsent(evidence, { submission: String(submission), page: '/' }, CLIENT, req);
      await api.create({ ...system, data: data(), req });
    });
    await expect(secondWrite).rejects.toMatchObject({ status: 403 });
    expect(await readRecords()).toBe(before);
  });

  it('is named by few source files, one of which inserts', async () => {
    const files: string[] = [];
    for await (const file of glob('{src,collections,globals}/**/*.{ts,tsx}')) {
      const source = await readFile(file, 'utf8');
      if (!file.endsWith('payload-types.ts') && /consent-records['`"]/.test(source))
        files.push(file);
    }
    expect(files.toSorted()).toEqual([
      'collections/consent-records.ts',
      // Counts.
      'collections/consent-texts/prevent-deleting-shown-wording.ts',
      // Removes the client of an erased submission.
      'collections/form-submissions/erase-personal-data.ts',
      // Shows.
      'src/desk/coordinator/submission/submission-summary.tsx',
      // Makes its ids random.
      'src/platform/database/random-ids.ts',
      // Inserts.
      'src/submissions/pipeline/record-consent.ts',
    ]);
  });
});

it('a change of the wording creates a new version and leaves the records unchanged', async () => {
  const before = await readRecords();
  const api = await payload();
  const where = { slug: { equals: 'text-messages' } };
  const texts = { collection: 'consent-texts', where, overrideAccess: true } as const;
  const { docs } = await api.find(texts);
  const changed = await api.update({ ...texts, data: { wording: `${docs[0]?.wording} Anew.` } });
  expect(changed.docs).toMatchObject([{ version: 2 }]);
  expect(await readRecords()).toBe(before);
});
