import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { CONTENT_KEY_PREFIX } from '#domain/content-key.ts';
import { env } from '#platform/environment/env.ts';
import { newIdempotencyKey } from '#submissions/pipeline/idempotency-keys.ts';
import {
  findWithdrawableSubmission,
  withdrawByReceipt,
} from '#submissions/withdrawal/withdraw-by-receipt.ts';
import { type Account, createAccount } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';
import type { FindResult, SaveResult } from '#tests/helpers/rest-result-types.ts';
import { CLIENT, loadSubmission, seedForms, sendSubmission } from '#tests/helpers/submissions.ts';

let coordinator: Account;
let editor: Account;

beforeAll(async () => {
  await seedForms();
  coordinator = await createAccount('coordinator', ['coordinator']);
  editor = await createAccount('editor', ['editor']);
});

let numbers = 100;

/** Submits with an unused number and address, or with those of an earlier submission. */
async function submitAs(contact?: { phone: string; email: string }) {
  numbers += 1;
  const { phone, email } = contact ?? {
    phone: `(646) 555-0${numbers}`,
    email: `body${numbers}@example.org`,
  };
  const usedContact = { phone, email };
  const answers = { name: `Ann ${numbers}`, ...usedContact };
  const { receipt } = await sendSubmission(
    { callToAction: 'request-meeting', answers, page: '/' },
    newIdempotencyKey(),
    {
      ...CLIENT,
      receivedAt: new Date(Date.now() - 60_000),
    },
  );
  return { ...usedContact, receipt, id: (await loadSubmission(receipt)).submission.id };
}

const addSuppression = (contact: unknown, { token } = coordinator) =>
  rest<SaveResult>('POST', '/suppressions', { token, data: { contact } });

const recordWithdrawal = (id: string, { token }: { token?: string } = coordinator) =>
  rest('POST', `/form-submissions/${id}/withdraw`, { token });

const change = (id: string, data: object) =>
  rest('PATCH', `/form-submissions/${id}`, { token: coordinator.token, data });

describe('a coordinator adds a suppression', () => {
  it.each(['phone', 'email'] as const)(
    'by %s, which closes the submissions of the contact',
    async (channel) => {
      const ann = await submitAs();
      const { status, body } = await addSuppression(` ${ann[channel]} `);
      expect(status).toBe(201);
      expect(body.doc).toMatchObject({ channel, source: 'coordinator' });
      const { submission, events } = await loadSubmission(ann.receipt);
      expect(submission).toMatchObject({ status: 'closed', closedReason: 'withdrawn' });
      expect(events).toContainEqual(
        expect.objectContaining({ type: 'withdrawn', actor: coordinator.user.id }),
      );
      expect(JSON.stringify(body)).not.toContain(ann[channel]);
    },
  );

  it.each([
    ['Sam Ö <sam@münchen.example>', 'SAM@xn--mnchen-3ya.example'],
    ['mailto:bo@xn--mnchen-3ya.example', 'bo@MÜNCHEN.example'],
    ['ida\u200b@plain.example', 'ida@plain.example'],
  ])('by an email address that the visitor wrote as %s', async (email, reported) => {
    const { phone } = await submitAs();
    const answers = { name: 'Sam', phone, email };
    const { receipt } = await sendSubmission(
      { callToAction: 'request-meeting', answers },
      newIdempotencyKey(),
      {
        ...CLIENT,
        receivedAt: new Date(Date.now() - 60_000),
      },
    );
    expect((await loadSubmission(receipt)).submission.email).toBe(email);
    expect((await addSuppression(reported)).status).toBe(201);
    expect((await loadSubmission(receipt)).submission).toMatchObject({ closedReason: 'withdrawn' });
  });

  it('stores the same hash of an email address as ever', async () => {
    const { body } = await addSuppression('Old.Print@Example.ORG');
    const hash = createHmac('sha256', env.SUPPRESSION_KEY ?? '')
      .update('["email","old.print@example.org"]')
      .digest('base64url');
    const { docs } = await (await payload()).find({
      collection: 'suppressions',
      where: { id: { equals: body.doc.id } },
      showHiddenFields: true,
      overrideAccess: true,
    });
    expect(docs).toMatchObject([{ hash }]);
  });

  it.each(['', 'nobody', '12', 'a@', 7, null, { a: 1 }, 'x'.repeat(300)])(
    'but not by %j',
    async (contact) => {
      const before = (await rest<FindResult>('GET', '/suppressions', coordinator)).body.totalDocs;
      expect((await addSuppression(contact)).status).toBe(400);
      expect((await rest<FindResult>('GET', '/suppressions', coordinator)).body.totalDocs).toBe(
        before,
      );
    },
  );

  it('whose source, time and hash the client cannot choose', async () => {
    const data = { contact: '(646) 555-0199', source: 'link', at: '2001-01-01', hash: 'x' };
    const { body } = await rest<SaveResult>('POST', '/suppressions', { ...coordinator, data });
    expect(body.doc).toMatchObject({ source: 'coordinator', by: expect.anything() });
    expect(new Date(String(body.doc.at)).getFullYear()).toBeGreaterThan(2020);
    expect(body.doc.hash).not.toBe('x');
  });
});

describe('a withdrawal recorded at a submission', () => {
  it('closes it, and no other status is allowed any more', async () => {
    const { id, receipt } = await submitAs();
    expect((await recordWithdrawal(id)).status).toBe(200);
    const { submission, events } = await loadSubmission(receipt);
    expect(submission).toMatchObject({ status: 'closed', closedReason: 'withdrawn' });
    expect(events.map(({ type, actor }) => [type, actor])).toContainEqual([
      'withdrawn',
      coordinator.user.id,
    ]);
    for (const status of ['contacted', 'scheduled']) {
      expect(await change(id, { status, closedReason: null })).toMatchObject({
        status: 400,
        body: { errors: [{ data: { errors: [{ path: 'status' }] } }] },
      });
    }
    expect((await loadSubmission(receipt)).submission.status).toBe('closed');
    expect((await change(id, { note: 'They called us.' })).status).toBe(200);
  });

  it('needs more than a closing reason on an open submission; the visitor can still withdraw', async () => {
    const { id, receipt } = await submitAs();
    expect((await change(id, { closedReason: 'withdrawn' })).status).toBe(200);
    expect((await loadSubmission(receipt)).submission).toMatchObject({
      status: 'new',
      closedReason: null,
    });
    expect(await findWithdrawableSubmission(receipt)).toMatchObject({ withdrawn: false });
    await withdrawByReceipt(receipt, new Date());
    expect((await loadSubmission(receipt)).submission.status).toBe('closed');
  });

  it('finds an email address from before addresses were normalized, however it is written', async () => {
    const { id, receipt, email } = await submitAs();
    const { db } = await payload();
    await db.collections['form-submissions']?.updateOne(
      { _id: id },
      { $unset: { normalizedEmail: 1 } },
    );
    expect((await addSuppression(`Body <${email}>`)).status).toBe(201);
    expect((await loadSubmission(receipt)).submission).toMatchObject({ closedReason: 'withdrawn' });
  });

  it('is refused to everybody else', async () => {
    const { id, receipt } = await submitAs();
    for (const user of [editor, {}]) {
      expect((await recordWithdrawal(id, user)).status).toBeGreaterThanOrEqual(401);
      expect((await recordWithdrawal(id, user)).status).toBeLessThan(405);
    }
    expect((await loadSubmission(receipt)).submission.status).toBe('new');
  });

  it.each(['0123456789abcdef01234567', 'x'])(
    'answers 404 for the unknown submission %s',
    async (id) => {
      expect((await recordWithdrawal(id)).status).toBe(404);
    },
  );

  it('closes all submissions of the contact if a coordinator closes one as withdrawn', async () => {
    const ann = await submitAs();
    const other = await submitAs(ann);
    const closing = { status: 'closed', closedReason: 'withdrawn', note: 'They called us.' };
    expect(await change(ann.id, closing)).toMatchObject({ status: 200 });
    for (const { receipt } of [ann, other]) {
      const { submission, events } = await loadSubmission(receipt);
      expect(submission).toMatchObject({ status: 'closed', closedReason: 'withdrawn' });
      const types = events.map(({ type }) => type).filter((type) => type !== 'note');
      expect(types.sort()).toEqual(['received', 'status', 'withdrawn']);
      expect(submission.keys.every((key) => !key.startsWith(CONTENT_KEY_PREFIX))).toBe(true);
    }
    const { body } = await rest<FindResult>('GET', '/suppressions?sort=-at&limit=2', coordinator);
    expect(body.docs.map(({ channel }) => channel).sort()).toEqual(['email', 'phone']);
    expect(body.docs).toMatchObject([{ source: 'coordinator' }, { source: 'coordinator' }]);
    expect((await change(ann.id, { ...closing, note: 'Once more.' })).status).toBe(200);
  });

  it.each([
    ['was withdrawn', { status: 'closed', closedReason: 'withdrawn' }],
    ['was closed before the withdrawal', { status: 'closed', closedReason: 'helped' }],
  ])('keeps everybody from reopening a submission that %s', async (_, closing) => {
    const { id, receipt } = await submitAs();
    await change(id, closing);
    await recordWithdrawal(id);
    const lead = await createAccount(`lead ${closing.closedReason}`, ['lead', 'admin']);
    for (const status of ['new', 'contacted', 'scheduled']) {
      const { token } = lead;
      const data = { status, closedReason: null };
      expect(await rest('PATCH', `/form-submissions/${id}`, { token, data })).toMatchObject({
        status: 400,
        body: { errors: [{ data: { errors: [{ path: 'status' }] } }] },
      });
    }
    expect((await loadSubmission(receipt)).submission).toMatchObject(closing);
  });

  it('is not implied by other closing reasons: such a submission can be reopened', async () => {
    const { id } = await submitAs();
    await change(id, { status: 'closed', closedReason: 'not-reached' });
    expect((await change(id, { status: 'new', closedReason: null })).status).toBe(200);
  });

  it('is not required: other submissions go through all statuses', async () => {
    const { id } = await submitAs();
    for (const status of ['contacted', 'scheduled']) {
      expect((await change(id, { status })).status).toBe(200);
    }
  });
});
