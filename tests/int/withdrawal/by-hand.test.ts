import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { MADE_KEY } from '#domain/made-key.ts';
import { env } from '#platform/environment/env.ts';
import { newKey } from '#submissions/pipeline/keys.ts';
import { findWithdrawable, withdrawByReceipt } from '#submissions/withdrawal/by-receipt.ts';
import { type Account, account } from '#tests/helpers/accounts.ts';
import type { Found, Saved } from '#tests/helpers/answers.ts';
import { openDoors, SENDER, send, storedUnder } from '#tests/helpers/door.ts';
import { rest } from '#tests/helpers/rest.ts';

let coordinator: Account;
let editor: Account;

beforeAll(async () => {
  await openDoors();
  coordinator = await account('coordinator', ['coordinator']);
  editor = await account('editor', ['editor']);
});

let numbers = 100;

/** A request of somebody with a number and an address of their own, or of the same person again. */
async function requested(before?: { phone: string; email: string }) {
  numbers += 1;
  const { phone, email } = before ?? {
    phone: `(646) 555-0${numbers}`,
    email: `body${numbers}@example.org`,
  };
  const who = { phone, email };
  const answers = { name: `Ann ${numbers}`, ...who };
  const { receipt } = await send(
    { callToAction: 'request-meeting', answers, page: '/' },
    newKey(),
    {
      ...SENDER,
      at: new Date(Date.now() - 60_000),
    },
  );
  return { ...who, receipt, id: (await storedUnder(receipt)).submission.id };
}

const add = (contact: unknown, { token } = coordinator) =>
  rest<Saved>('POST', '/suppressions', { token, data: { contact } });

const record = (id: string, { token }: { token?: string } = coordinator) =>
  rest('POST', `/form-submissions/${id}/withdraw`, { token });

const change = (id: string, data: object) =>
  rest('PATCH', `/form-submissions/${id}`, { token: coordinator.token, data });

describe('a coordinator writes down who wants no contact', () => {
  it.each(['phone', 'email'] as const)('by %s, and their requests are closed', async (way) => {
    const ann = await requested();
    const { status, body } = await add(` ${ann[way]} `);
    expect(status).toBe(201);
    expect(body.doc).toMatchObject({ channel: way, source: 'coordinator' });
    const { submission, events } = await storedUnder(ann.receipt);
    expect(submission).toMatchObject({ status: 'closed', closedReason: 'withdrawn' });
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'withdrawn', actor: coordinator.user.id }),
    );
    expect(JSON.stringify(body)).not.toContain(ann[way]);
  });

  it.each([
    ['Sam Ö <sam@münchen.example>', 'SAM@xn--mnchen-3ya.example'],
    ['mailto:bo@xn--mnchen-3ya.example', 'bo@MÜNCHEN.example'],
    ['ida\u200b@plain.example', 'ida@plain.example'],
  ])('by an address that the visitor wrote as %s', async (email, told) => {
    const { phone } = await requested();
    const answers = { name: 'Sam', phone, email };
    const { receipt } = await send({ callToAction: 'request-meeting', answers }, newKey(), {
      ...SENDER,
      at: new Date(Date.now() - 60_000),
    });
    expect((await storedUnder(receipt)).submission.email).toBe(email);
    expect((await add(told)).status).toBe(201);
    expect((await storedUnder(receipt)).submission).toMatchObject({ closedReason: 'withdrawn' });
  });

  it('knows an address by the print that it always had', async () => {
    const { body } = await add('Old.Print@Example.ORG');
    const print = createHmac('sha256', env.SUPPRESSION_KEY ?? '')
      .update('["email","old.print@example.org"]')
      .digest('base64url');
    const { docs } = await (await payload()).find({
      collection: 'suppressions',
      where: { id: { equals: body.doc.id } },
      showHiddenFields: true,
      overrideAccess: true,
    });
    expect(docs).toMatchObject([{ hash: print }]);
  });

  it.each(['', 'nobody', '12', 'a@', 7, null, { a: 1 }, 'x'.repeat(300)])(
    'not by %j',
    async (contact) => {
      const before = (await rest<Found>('GET', '/suppressions', coordinator)).body.totalDocs;
      expect((await add(contact)).status).toBe(400);
      expect((await rest<Found>('GET', '/suppressions', coordinator)).body.totalDocs).toBe(before);
    },
  );

  it('and what they claim of how and when is not believed', async () => {
    const data = { contact: '(646) 555-0199', source: 'link', at: '2001-01-01', hash: 'x' };
    const { body } = await rest<Saved>('POST', '/suppressions', { ...coordinator, data });
    expect(body.doc).toMatchObject({ source: 'coordinator', by: expect.anything() });
    expect(new Date(String(body.doc.at)).getFullYear()).toBeGreaterThan(2020);
    expect(body.doc.hash).not.toBe('x');
  });
});

describe('at a request', () => {
  it('a withdrawal is recorded, and no step can be taken any more', async () => {
    const { id, receipt } = await requested();
    expect((await record(id)).status).toBe(200);
    const { submission, events } = await storedUnder(receipt);
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
    expect((await storedUnder(receipt)).submission.status).toBe('closed');
    expect((await change(id, { note: 'They called us.' })).status).toBe(200);
  });

  it('a reason that was chosen while it stays open is no withdrawal, and the visitor can withdraw', async () => {
    const { id, receipt } = await requested();
    expect((await change(id, { closedReason: 'withdrawn' })).status).toBe(200);
    expect((await storedUnder(receipt)).submission).toMatchObject({
      status: 'new',
      closedReason: null,
    });
    expect(await findWithdrawable(receipt)).toMatchObject({ withdrawn: false });
    await withdrawByReceipt(receipt, new Date());
    expect((await storedUnder(receipt)).submission.status).toBe('closed');
  });

  it('an address from before addresses were normalized is found in any writing', async () => {
    const { id, receipt, email } = await requested();
    const { db } = await payload();
    await db.collections['form-submissions']?.updateOne(
      { _id: id },
      { $unset: { normalizedEmail: 1 } },
    );
    expect((await add(`Body <${email}>`)).status).toBe(201);
    expect((await storedUnder(receipt)).submission).toMatchObject({ closedReason: 'withdrawn' });
  });

  it('not by others, and nothing happens', async () => {
    const { id, receipt } = await requested();
    for (const who of [editor, {}]) {
      expect((await record(id, who)).status).toBeGreaterThanOrEqual(401);
      expect((await record(id, who)).status).toBeLessThan(405);
    }
    expect((await storedUnder(receipt)).submission.status).toBe('new');
  });

  it.each(['0123456789abcdef01234567', 'x'])('not at %s, which is none', async (id) => {
    expect((await record(id)).status).toBe(404);
  });

  it('one that is closed as withdrawn by hand is a withdrawal, of all that they sent', async () => {
    const ann = await requested();
    const other = await requested(ann);
    const closing = { status: 'closed', closedReason: 'withdrawn', note: 'They called us.' };
    expect(await change(ann.id, closing)).toMatchObject({ status: 200 });
    for (const { receipt } of [ann, other]) {
      const { submission, events } = await storedUnder(receipt);
      expect(submission).toMatchObject({ status: 'closed', closedReason: 'withdrawn' });
      const lines = events.map(({ type }) => type).filter((type) => type !== 'note');
      expect(lines.sort()).toEqual(['received', 'status', 'withdrawn']);
      expect(submission.keys.every((key) => !key.startsWith(MADE_KEY))).toBe(true);
    }
    const { body } = await rest<Found>('GET', '/suppressions?sort=-at&limit=2', coordinator);
    expect(body.docs.map(({ channel }) => channel).sort()).toEqual(['email', 'phone']);
    expect(body.docs).toMatchObject([{ source: 'coordinator' }, { source: 'coordinator' }]);
    expect((await change(ann.id, { ...closing, note: 'Once more.' })).status).toBe(200);
  });

  it.each([
    ['was withdrawn', { status: 'closed', closedReason: 'withdrawn' }],
    ['is closed, and they withdrew since', { status: 'closed', closedReason: 'helped' }],
  ])('nobody opens one again that %s', async (_, closing) => {
    const { id, receipt } = await requested();
    await change(id, closing);
    await record(id);
    const lead = await account(`lead ${closing.closedReason}`, ['lead', 'admin']);
    for (const status of ['new', 'contacted', 'scheduled']) {
      const { token } = lead;
      const data = { status, closedReason: null };
      expect(await rest('PATCH', `/form-submissions/${id}`, { token, data })).toMatchObject({
        status: 400,
        body: { errors: [{ data: { errors: [{ path: 'status' }] } }] },
      });
    }
    expect((await storedUnder(receipt)).submission).toMatchObject(closing);
  });

  it('one that was closed for another reason is opened again', async () => {
    const { id } = await requested();
    await change(id, { status: 'closed', closedReason: 'not-reached' });
    expect((await change(id, { status: 'new', closedReason: null })).status).toBe(200);
  });

  it('one whose contact did not withdraw goes its way', async () => {
    const { id } = await requested();
    for (const status of ['contacted', 'scheduled']) {
      expect((await change(id, { status })).status).toBe(200);
    }
  });
});
