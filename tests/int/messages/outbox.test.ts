import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { runTaken, takeOne } from '#jobs/queue.ts';
import { env } from '#platform/environment/env.ts';
import { configuredChannels } from '#submissions/messages/channels.ts';
import { deliver } from '#submissions/messages/deliver.ts';
import { newKey } from '#submissions/pipeline/keys.ts';
import { proofOf } from '#submissions/withdrawal/proof-of-channel.ts';
import { withdrawContact } from '#submissions/withdrawal/withdraw.ts';
import { account } from '#tests/helpers/accounts.ts';
import { openDoors, SENDER, send, storedUnder } from '#tests/helpers/door.ts';
import { type Mailbox, openMailbox } from '#tests/helpers/mailbox.ts';
import { emptyOutbox, outbox, sendDue, timePasses } from '#tests/helpers/outbox.ts';

const request = (name = 'Ann') => ({
  callToAction: 'request-call',
  answers: { name, phone: '(212) 555-0123' },
});

const withReceipt = {
  callToAction: 'let-us-help',
  answers: { name: 'Bo', phone: '(212) 555-0164', email: 'bo@mail.example', message: 'Words.' },
  receiptByMail: true,
};

let mailbox: Mailbox;

beforeAll(async () => {
  mailbox = await openMailbox();
  env.SMTP_URL = mailbox.url;
  await openDoors();
  await account('coordinator', ['coordinator']);
  await account('lead', ['lead']);
  await account('writer', ['writer']);
});

beforeEach(async () => {
  await emptyOutbox();
  mailbox.mails.length = 0;
  mailbox.recipients.length = 0;
  mailbox.refuseWith = undefined;
});

afterAll(() => mailbox.close());

const idUnder = async (receipt: string) => (await storedUnder(receipt)).submission.id;

it('a request is one mail to all who take requests, and tells nothing of it', async () => {
  const { receipt } = await send(request('Canary'));
  const id = await idUnder(receipt);
  expect(await outbox()).toMatchObject([
    { taskSlug: 'request-waiting', queue: 'mail', input: { submission: id } },
  ]);
  expect(JSON.stringify(await outbox())).not.toContain('Canary');
  await sendDue();
  const link = `http://throughcare.test/admin/collections/form-submissions/${id}`;
  expect(mailbox.mails).toMatchObject([
    {
      messageId: `<request-waiting.${id}@throughcare.test>`,
      subject: 'A request is waiting',
      text: `A request is waiting:\n\n${link}\n`,
      to: { text: env.MAIL_FROM },
    },
  ]);
  expect(mailbox.recipients.map((to) => to.sort())).toEqual([
    ['coordinator@example.org', 'lead@example.org'],
  ]);
  expect(await outbox()).toEqual([]);
});

it('twenty posts at once under one key are one mail', async () => {
  const key = newKey();
  await Promise.all(Array.from({ length: 20 }, () => send(request(), key)));
  expect(await sendDue()).toBe(1);
  expect(mailbox.mails).toHaveLength(1);
});

it('what is rolled back leaves no message', async () => {
  const { db } = await payload();
  vi.spyOn(db, 'commitTransaction').mockRejectedValueOnce(new Error('The disk is full.'));
  await expect(send(request())).rejects.toThrow('The disk is full.');
  expect(await outbox()).toEqual([]);
});

it('a receipt comes by mail to who asked for it, and to nobody else', async () => {
  const { receipt, reference } = await send(withReceipt);
  await sendDue();
  const [mail] = mailbox.mails.filter(({ subject }) => subject?.includes(reference));
  const link = `http://throughcare.test/withdraw/${receipt}/${proofOf('email', receipt)}`;
  expect(mail?.text).toContain(`${link}\n`);
  expect(mail?.text?.replace(/http:\S+|TC-\S+/g, '')).not.toMatch(/Bo\b|555|Words/);
  expect(mailbox.recipients).toContainEqual(['bo@mail.example']);
  const { events } = await storedUnder(receipt);
  expect(events.map(({ text }) => text)).toContain('A receipt was sent by email.');
  mailbox.mails.length = 0;
  await timePasses();
  await send({ ...withReceipt, receiptByMail: false });
  await sendDue();
  expect(mailbox.mails.map(({ subject }) => subject)).toEqual(['A request is waiting']);
});

it('a form without an address sends no receipt', async () => {
  await expect(send({ ...request(), receiptByMail: true })).rejects.toMatchObject({
    problems: [{ name: 'receiptByMail' }],
  });
});

describe('a mail server that refuses', () => {
  it.each([451, 550])(
    '%i: tried again with growing pauses, then kept for a person',
    async (code) => {
      const failures = vi.mocked(console.error);
      await send(request());
      mailbox.refuseWith = code;
      const waits: number[] = [];
      for (let tries = 1; tries <= 9; tries += 1) {
        expect(await sendDue()).toBe(1);
        const [job] = await outbox();
        expect(job?.totalTried).toBe(tries);
        if (!job?.hasError) waits.push(new Date(String(job?.waitUntil)).getTime() - Date.now());
        // Not before its time.
        expect(await sendDue()).toBe(0);
        await timePasses();
      }
      expect(waits.map((ms) => Math.round(ms / 30_000))).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
      const [dead] = await outbox();
      expect(dead).toMatchObject({ hasError: true, processing: false });
      expect(dead?.error).toMatchObject({ message: `mail-${code}` });
      expect(JSON.stringify(dead)).not.toContain('@example.org');
      expect(JSON.stringify(failures.mock.calls)).not.toContain('@');
      failures.mockClear();
      await timePasses();
      expect(await sendDue()).toBe(0);
      expect(mailbox.mails).toEqual([]);
    },
  );

  it('takes it once it takes mails again', async () => {
    await send(request());
    mailbox.refuseWith = 451;
    await sendDue();
    vi.mocked(console.error).mockClear();
    mailbox.refuseWith = undefined;
    await timePasses();
    await sendDue();
    expect(mailbox.mails).toHaveLength(1);
    expect(await outbox()).toEqual([]);
  });
});

it('killed after the mail went out, it goes out again as the same mail', async () => {
  const api = await payload();
  await send(request());
  const first = await takeOne(api, 'mail');
  const { updateJobs } = api.db;
  // What a killed worker would have written next is never written.
  const killed = Promise.withResolvers<void>();
  vi.spyOn(api.db, 'updateJobs').mockImplementation((args) => {
    if (!('log' in args.data)) return updateJobs.call(api.db, args);
    killed.resolve();
    return new Promise(() => {});
  });
  void runTaken(api, String(first));
  await killed.promise;
  expect(mailbox.mails).toHaveLength(1);
  vi.restoreAllMocks();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(await takeOne(api, 'mail')).toBeUndefined();
  await timePasses();
  expect(await sendDue()).toBe(1);
  expect(mailbox.mails).toHaveLength(2);
  expect(new Set(mailbox.mails.map(({ messageId }) => messageId)).size).toBe(1);
  expect(await outbox()).toEqual([]);
});

it('two workers never take the same message', async () => {
  const api = await payload();
  for (let n = 0; n < 4; n += 1) await send(withReceipt);
  const taken = await Promise.all(Array.from({ length: 30 }, () => takeOne(api, 'mail')));
  const ids = taken.filter((id) => id !== undefined);
  // The four receipts, and one of the four that tell coordinators: it is for all of them.
  expect(ids).toHaveLength(5);
  expect(new Set(ids).size).toBe(5);
});

describe('while more requests come', () => {
  const MINUTE = 60_000;
  const after = (ms: number) => new Date(Date.now() + ms);
  const many = async (count: number) => {
    for (let n = 0; n < count; n += 1) await send(request(`Visitor ${n}`));
  };
  const subjects = () => mailbox.mails.map(({ subject }) => subject);

  it('the first mail goes at once, and the next one minutes later, for all of them', async () => {
    await send(request());
    await sendDue();
    await many(3);
    expect(await sendDue()).toBe(0);
    expect(await sendDue(['mail'], after(4 * MINUTE))).toBe(0);
    expect(subjects()).toEqual(['A request is waiting']);
    expect(await sendDue(['mail'], after(6 * MINUTE))).toBe(1);
    expect(subjects()).toEqual(['A request is waiting', '3 requests are waiting']);
    const [, digest] = mailbox.mails;
    const list = 'http://throughcare.test/admin/collections/form-submissions';
    expect(digest?.text).toBe(`3 requests are waiting:\n\n${list}\n`);
    expect(digest?.messageId).toMatch(/^<request-waiting\.\w+@throughcare\.test>$/);
    expect(mailbox.recipients.at(-1)).toHaveLength(2);
    expect(await outbox()).toEqual([]);
    await many(1);
    expect(await sendDue(['mail'], after(10 * MINUTE))).toBe(0);
    expect(await sendDue(['mail'], after(12 * MINUTE))).toBe(1);
    expect(subjects().at(-1)).toBe('A request is waiting');
  });

  it('what goes to visitors does not wait for it', async () => {
    await send(request());
    await sendDue();
    await send(withReceipt);
    expect(await sendDue()).toBe(1);
    expect(mailbox.recipients.at(-1)).toEqual(['bo@mail.example']);
  });

  it('however many workers there are, one mail goes', async () => {
    const api = await payload();
    await many(4);
    const taken = await Promise.all(Array.from({ length: 20 }, () => takeOne(api, 'mail')));
    const [id, ...others] = taken.filter((one) => one !== undefined);
    expect(others).toEqual([]);
    await runTaken(api, String(id));
    expect(subjects()).toEqual(['4 requests are waiting']);
    expect(await outbox()).toEqual([]);
  });

  it('what is closed or erased meanwhile is not told, and keeps no other mail back', async () => {
    const api = await payload();
    const all = { collection: 'form-submissions', overrideAccess: true } as const;
    const [one, two, three] = [await send(request()), await send(request()), await send(request())];
    await api.update({
      ...all,
      id: await idUnder(one.receipt),
      data: { status: 'closed', closedReason: 'not-a-request' },
    });
    await api.delete({ ...all, id: await idUnder(two.receipt) });
    expect(await sendDue()).toBe(1);
    expect(subjects()).toEqual(['A request is waiting']);
    expect(mailbox.mails[0]?.text).toContain(await idUnder(three.receipt));
    await timePasses();
    const { receipt } = await send(request());
    await api.delete({ ...all, id: await idUnder(receipt) });
    await send(request());
    expect(await sendDue()).toBe(1);
    expect(subjects()).toHaveLength(2);
  });

  it('where there is nothing to tell, the next request is told at once', async () => {
    const api = await payload();
    const { receipt } = await send(request());
    await api.update({
      collection: 'form-submissions',
      id: await idUnder(receipt),
      data: { status: 'closed', closedReason: 'not-a-request' },
      overrideAccess: true,
    });
    await sendDue();
    expect(subjects()).toEqual([]);
    await many(1);
    await sendDue();
    expect(subjects()).toEqual(['A request is waiting']);
  });

  it('a worker that dies with it loses none of them', async () => {
    const api = await payload();
    await many(3);
    expect(await takeOne(api, 'mail')).toBeDefined();
    // It is never run.
    expect(await sendDue(['mail'], after(30_000))).toBe(0);
    expect(await sendDue(['mail'], after(2 * MINUTE))).toBe(1);
    expect(subjects()).toEqual(['3 requests are waiting']);
  });

  it('a mail server that refuses loses none of them either', async () => {
    await many(3);
    mailbox.refuseWith = 451;
    expect(await sendDue()).toBe(1);
    vi.mocked(console.error).mockClear();
    mailbox.refuseWith = undefined;
    await timePasses();
    await sendDue();
    expect(subjects()).toEqual(['3 requests are waiting']);
    expect(await outbox()).toEqual([]);
  });
});

it('a message whose request is erased while it is in hand goes nowhere', async () => {
  const api = await payload();
  const { receipt } = await send(withReceipt);
  const taken = [await takeOne(api, 'mail'), await takeOne(api, 'mail')];
  await api.delete({
    collection: 'form-submissions',
    id: await idUnder(receipt),
    overrideAccess: true,
  });
  for (const id of taken) await runTaken(api, String(id));
  expect(mailbox.mails).toEqual([]);
  expect(await outbox()).toEqual([]);
});

it('nothing goes to who has withdrawn, and nothing about what is closed', async () => {
  const api = await payload();
  const { receipt } = await send(withReceipt);
  const { submission } = await storedUnder(receipt);
  const { createLocalReq } = await import('payload');
  const req = await createLocalReq({}, api);
  await withdrawContact(submission, { source: 'link' }, SENDER.at, req);
  // Only coordinators were still to be told; a worker may have had the other message in hand.
  expect(await sendDue()).toBe(1);
  await deliver('visitor-receipt', { job: 'a job', submission: submission.id }, req);
  expect(mailbox.mails).toEqual([]);
  expect(await outbox()).toEqual([]);
});

it('a channel that is not set up is not run', () => {
  expect(configuredChannels()).toEqual(['mail']);
  const { SMTP_URL } = env;
  env.SMTP_URL = undefined;
  expect(configuredChannels()).toEqual([]);
  env.SMTP_URL = SMTP_URL;
});

it('what goes to the visitor is held back from a request that may be spam, until the mark is cleared', async () => {
  const api = await payload();
  const signals = { website: 'filled in by a program' };
  const answers = { ...withReceipt.answers, phone: '(212) 555-0188', email: 'cy@mail.example' };
  const { receipt } = await send({ ...withReceipt, answers, signals });
  expect((await outbox()).map(({ taskSlug }) => taskSlug)).toEqual(['request-waiting']);
  const { submission } = await storedUnder(receipt);
  const mark = (quarantined: boolean) =>
    api.update({
      collection: 'form-submissions',
      id: submission.id,
      data: { quarantined },
      // System: a coordinator does this in the admin.
      overrideAccess: true,
    });
  await mark(false);
  await sendDue();
  const to = () => mailbox.recipients.filter(([first]) => first === 'cy@mail.example');
  expect(to()).toHaveLength(1);
  await mark(true);
  await mark(false);
  await sendDue();
  expect(to()).toHaveLength(1);
});

it('what waits for the visitor already is not queued once more when a mark is set and cleared', async () => {
  const api = await payload();
  const answers = { ...withReceipt.answers, phone: '(212) 555-0187', email: 'di@mail.example' };
  const { receipt } = await send({ ...withReceipt, answers });
  const { submission } = await storedUnder(receipt);
  for (const quarantined of [true, false]) {
    await api.update({
      collection: 'form-submissions',
      id: submission.id,
      data: { quarantined },
      // System: a coordinator does this in the admin.
      overrideAccess: true,
    });
  }
  const queued = (await outbox()).map(({ taskSlug }) => taskSlug);
  expect(queued.toSorted()).toEqual(['request-waiting', 'visitor-receipt']);
});

it('a receipt goes to the address itself, whatever stood around it', async () => {
  const answers = { ...withReceipt.answers, phone: '(212) 555-0186' };
  await send({
    ...withReceipt,
    answers: { ...answers, email: 'mailto:sam%2Bcare@münchen.example' },
  });
  await sendDue();
  // The mail server of these tests tells a domain in its own letters.
  expect(mailbox.recipients).toContainEqual(['sam+care@münchen.example']);
});
