import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { claimJob, runClaimedJob } from '#jobs/job-leases.ts';
import { env } from '#platform/environment/env.ts';
import { configuredChannels } from '#submissions/messages/channels.ts';
import { deliverMessage } from '#submissions/messages/deliver-message.ts';
import { newIdempotencyKey } from '#submissions/pipeline/idempotency-keys.ts';
import { createChannelProof } from '#submissions/withdrawal/channel-proof.ts';
import { withdrawContact } from '#submissions/withdrawal/withdraw-contact.ts';
import { createAccount } from '#tests/helpers/accounts.ts';
import { type Mailbox, openMailbox } from '#tests/helpers/mailbox.ts';
import { clearOutbox, expireWaits, readOutbox, runDueJobs } from '#tests/helpers/outbox.ts';
import { CLIENT, loadSubmission, seedForms, sendSubmission } from '#tests/helpers/submissions.ts';

const createSubmission = (name = 'Ann') => ({
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
  await seedForms();
  await createAccount('coordinator', ['coordinator']);
  await createAccount('lead', ['lead']);
  await createAccount('writer', ['writer']);
});

beforeEach(async () => {
  await clearOutbox();
  mailbox.mails.length = 0;
  mailbox.recipients.length = 0;
  mailbox.rejectWith = undefined;
});

afterAll(() => mailbox.close());

const idUnder = async (receipt: string) => (await loadSubmission(receipt)).submission.id;

it('a submission is one mail to all coordinators and leads, without its content', async () => {
  const { receipt } = await sendSubmission(createSubmission('Canary'));
  const id = await idUnder(receipt);
  expect(await readOutbox()).toMatchObject([
    { taskSlug: 'request-waiting', queue: 'mail', input: { submission: id } },
  ]);
  expect(JSON.stringify(await readOutbox())).not.toContain('Canary');
  await runDueJobs();
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
  expect(await readOutbox()).toEqual([]);
});

it('twenty concurrent posts under one idempotency key are one mail', async () => {
  const key = newIdempotencyKey();
  await Promise.all(Array.from({ length: 20 }, () => sendSubmission(createSubmission(), key)));
  expect(await runDueJobs()).toBe(1);
  expect(mailbox.mails).toHaveLength(1);
});

it('a rolled back submission leaves no message', async () => {
  const { db } = await payload();
  vi.spyOn(db, 'commitTransaction').mockRejectedValueOnce(new Error('The disk is full.'));
  await expect(sendSubmission(createSubmission())).rejects.toThrow('The disk is full.');
  expect(await readOutbox()).toEqual([]);
});

it('a receipt is mailed to visitors who asked for it, and to nobody else', async () => {
  const { receipt, reference } = await sendSubmission(withReceipt);
  await runDueJobs();
  const [mail] = mailbox.mails.filter(({ subject }) => subject?.includes(reference));
  const link = `http://throughcare.test/withdraw/${receipt}/${createChannelProof('email', receipt)}`;
  expect(mail?.text).toContain(`${link}\n`);
  expect(mail?.text?.replace(/http:\S+|TC-\S+/g, '')).not.toMatch(/Bo\b|555|Words/);
  expect(mailbox.recipients).toContainEqual(['bo@mail.example']);
  const { events } = await loadSubmission(receipt);
  expect(events.map(({ text }) => text)).toContain('A receipt was sent by email.');
  mailbox.mails.length = 0;
  await expireWaits();
  await sendSubmission({ ...withReceipt, receiptByMail: false });
  await runDueJobs();
  expect(mailbox.mails.map(({ subject }) => subject)).toEqual(['A request is waiting']);
});

it('refuses a receipt by mail without an email address', async () => {
  await expect(
    sendSubmission({ ...createSubmission(), receiptByMail: true }),
  ).rejects.toMatchObject({
    problems: [{ name: 'receiptByMail' }],
  });
});

describe('a mail server that refuses', () => {
  it.each([451, 550])(
    '%i: is retried with growing pauses, then the message waits for a person',
    async (code) => {
      const failures = vi.mocked(console.error);
      await sendSubmission(createSubmission());
      mailbox.rejectWith = code;
      const waits: number[] = [];
      for (let tries = 1; tries <= 9; tries += 1) {
        expect(await runDueJobs()).toBe(1);
        const [job] = await readOutbox();
        expect(job?.totalTried).toBe(tries);
        if (!job?.hasError) waits.push(new Date(String(job?.waitUntil)).getTime() - Date.now());
        // Not due yet.
        expect(await runDueJobs()).toBe(0);
        await expireWaits();
      }
      expect(waits.map((ms) => Math.round(ms / 30_000))).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
      const [dead] = await readOutbox();
      expect(dead).toMatchObject({ hasError: true, processing: false });
      expect(dead?.error).toMatchObject({ message: `mail-${code}` });
      expect(JSON.stringify(dead)).not.toContain('@example.org');
      expect(JSON.stringify(failures.mock.calls)).not.toContain('@');
      failures.mockClear();
      await expireWaits();
      expect(await runDueJobs()).toBe(0);
      expect(mailbox.mails).toEqual([]);
    },
  );

  it('gets the mail once it accepts mails again', async () => {
    await sendSubmission(createSubmission());
    mailbox.rejectWith = 451;
    await runDueJobs();
    vi.mocked(console.error).mockClear();
    mailbox.rejectWith = undefined;
    await expireWaits();
    await runDueJobs();
    expect(mailbox.mails).toHaveLength(1);
    expect(await readOutbox()).toEqual([]);
  });
});

it('a worker that is killed after sending sends the mail again, under the same Message-ID', async () => {
  const api = await payload();
  await sendSubmission(createSubmission());
  const jobId = await claimJob(api, 'mail');
  const { updateJobs } = api.db;
  // A killed worker never writes the result of the job.
  const killed = Promise.withResolvers<void>();
  vi.spyOn(api.db, 'updateJobs').mockImplementation((args) => {
    if (!('log' in args.data)) return updateJobs.call(api.db, args);
    killed.resolve();
    return new Promise(() => {});
  });
  void runClaimedJob(api, String(jobId));
  await killed.promise;
  expect(mailbox.mails).toHaveLength(1);
  vi.restoreAllMocks();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(await claimJob(api, 'mail')).toBeUndefined();
  await expireWaits();
  expect(await runDueJobs()).toBe(1);
  expect(mailbox.mails).toHaveLength(2);
  expect(new Set(mailbox.mails.map(({ messageId }) => messageId)).size).toBe(1);
  expect(await readOutbox()).toEqual([]);
});

it('two workers never claim the same message', async () => {
  const api = await payload();
  for (let n = 0; n < 4; n += 1) await sendSubmission(withReceipt);
  const claimed = await Promise.all(Array.from({ length: 30 }, () => claimJob(api, 'mail')));
  const ids = claimed.filter((id) => id !== undefined);
  // The four receipts, and one digest for all four submissions.
  expect(ids).toHaveLength(5);
  expect(new Set(ids).size).toBe(5);
});

describe('the digest of waiting submissions', () => {
  const MINUTE = 60_000;
  const after = (ms: number) => new Date(Date.now() + ms);
  const submitMany = async (count: number) => {
    for (let n = 0; n < count; n += 1) await sendSubmission(createSubmission(`Visitor ${n}`));
  };
  const subjects = () => mailbox.mails.map(({ subject }) => subject);

  it('is sent at once, then after five minutes for all further submissions', async () => {
    await sendSubmission(createSubmission());
    await runDueJobs();
    await submitMany(3);
    expect(await runDueJobs()).toBe(0);
    expect(await runDueJobs(['mail'], after(4 * MINUTE))).toBe(0);
    expect(subjects()).toEqual(['A request is waiting']);
    expect(await runDueJobs(['mail'], after(6 * MINUTE))).toBe(1);
    expect(subjects()).toEqual(['A request is waiting', '3 requests are waiting']);
    const [, digest] = mailbox.mails;
    const list = 'http://throughcare.test/admin/collections/form-submissions';
    expect(digest?.text).toBe(`3 requests are waiting:\n\n${list}\n`);
    expect(digest?.messageId).toMatch(/^<request-waiting\.\w+@throughcare\.test>$/);
    expect(mailbox.recipients.at(-1)).toHaveLength(2);
    expect(await readOutbox()).toEqual([]);
    await submitMany(1);
    expect(await runDueJobs(['mail'], after(10 * MINUTE))).toBe(0);
    expect(await runDueJobs(['mail'], after(12 * MINUTE))).toBe(1);
    expect(subjects().at(-1)).toBe('A request is waiting');
  });

  it('does not delay messages to visitors', async () => {
    await sendSubmission(createSubmission());
    await runDueJobs();
    await sendSubmission(withReceipt);
    expect(await runDueJobs()).toBe(1);
    expect(mailbox.recipients.at(-1)).toEqual(['bo@mail.example']);
  });

  it('is sent once, however many workers there are', async () => {
    const api = await payload();
    await submitMany(4);
    const claimed = await Promise.all(Array.from({ length: 20 }, () => claimJob(api, 'mail')));
    const [id, ...others] = claimed.filter((jobId) => jobId !== undefined);
    expect(others).toEqual([]);
    await runClaimedJob(api, String(id));
    expect(subjects()).toEqual(['4 requests are waiting']);
    expect(await readOutbox()).toEqual([]);
  });

  it('leaves out submissions that were closed or erased meanwhile, and delays no other mail for them', async () => {
    const api = await payload();
    const all = { collection: 'form-submissions', overrideAccess: true } as const;
    const [closed, erased, open] = [
      await sendSubmission(createSubmission()),
      await sendSubmission(createSubmission()),
      await sendSubmission(createSubmission()),
    ];
    await api.update({
      ...all,
      id: await idUnder(closed.receipt),
      data: { status: 'closed', closedReason: 'not-a-request' },
    });
    await api.delete({ ...all, id: await idUnder(erased.receipt) });
    expect(await runDueJobs()).toBe(1);
    expect(subjects()).toEqual(['A request is waiting']);
    expect(mailbox.mails[0]?.text).toContain(await idUnder(open.receipt));
    await expireWaits();
    const { receipt } = await sendSubmission(createSubmission());
    await api.delete({ ...all, id: await idUnder(receipt) });
    await sendSubmission(createSubmission());
    expect(await runDueJobs()).toBe(1);
    expect(subjects()).toHaveLength(2);
  });

  it('is sent at once if the one before had nothing to report', async () => {
    const api = await payload();
    const { receipt } = await sendSubmission(createSubmission());
    await api.update({
      collection: 'form-submissions',
      id: await idUnder(receipt),
      data: { status: 'closed', closedReason: 'not-a-request' },
      overrideAccess: true,
    });
    await runDueJobs();
    expect(subjects()).toEqual([]);
    await submitMany(1);
    await runDueJobs();
    expect(subjects()).toEqual(['A request is waiting']);
  });

  it('loses no submission when its worker dies', async () => {
    const api = await payload();
    await submitMany(3);
    expect(await claimJob(api, 'mail')).toBeDefined();
    // The claimed job never runs.
    expect(await runDueJobs(['mail'], after(30_000))).toBe(0);
    expect(await runDueJobs(['mail'], after(2 * MINUTE))).toBe(1);
    expect(subjects()).toEqual(['3 requests are waiting']);
  });

  it('loses no submission when the mail server refuses it', async () => {
    await submitMany(3);
    mailbox.rejectWith = 451;
    expect(await runDueJobs()).toBe(1);
    vi.mocked(console.error).mockClear();
    mailbox.rejectWith = undefined;
    await expireWaits();
    await runDueJobs();
    expect(subjects()).toEqual(['3 requests are waiting']);
    expect(await readOutbox()).toEqual([]);
  });
});

it('a message is not sent if its submission is erased after a worker claimed it', async () => {
  const api = await payload();
  const { receipt } = await sendSubmission(withReceipt);
  const claimed = [await claimJob(api, 'mail'), await claimJob(api, 'mail')];
  await api.delete({
    collection: 'form-submissions',
    id: await idUnder(receipt),
    overrideAccess: true,
  });
  for (const id of claimed) await runClaimedJob(api, String(id));
  expect(mailbox.mails).toEqual([]);
  expect(await readOutbox()).toEqual([]);
});

it('sends nothing to a contact that was withdrawn, and nothing about a closed submission', async () => {
  const api = await payload();
  const { receipt } = await sendSubmission(withReceipt);
  const { submission } = await loadSubmission(receipt);
  const { createLocalReq } = await import('payload');
  const req = await createLocalReq({}, api);
  await withdrawContact(submission, { source: 'link' }, CLIENT.receivedAt, req);
  // Only the digest is left in the outbox; a worker may have claimed the other message before.
  expect(await runDueJobs()).toBe(1);
  await deliverMessage('visitor-receipt', { job: 'a job', submission: submission.id }, req);
  expect(mailbox.mails).toEqual([]);
  expect(await readOutbox()).toEqual([]);
});

it('a channel without settings is not run', () => {
  expect(configuredChannels()).toEqual(['mail']);
  const { SMTP_URL } = env;
  env.SMTP_URL = undefined;
  expect(configuredChannels()).toEqual([]);
  env.SMTP_URL = SMTP_URL;
});

it('a submission marked as spam sends nothing to the visitor until the mark is cleared', async () => {
  const api = await payload();
  const signals = { website: 'filled in by a program' };
  const answers = { ...withReceipt.answers, phone: '(212) 555-0188', email: 'cy@mail.example' };
  const { receipt } = await sendSubmission({ ...withReceipt, answers, signals });
  expect((await readOutbox()).map(({ taskSlug }) => taskSlug)).toEqual(['request-waiting']);
  const { submission } = await loadSubmission(receipt);
  const setMark = (quarantined: boolean) =>
    api.update({
      collection: 'form-submissions',
      id: submission.id,
      data: { quarantined },
      // System: a coordinator does this in the admin.
      overrideAccess: true,
    });
  await setMark(false);
  await runDueJobs();
  const receiptsSent = () => mailbox.recipients.filter(([first]) => first === 'cy@mail.example');
  expect(receiptsSent()).toHaveLength(1);
  await setMark(true);
  await setMark(false);
  await runDueJobs();
  expect(receiptsSent()).toHaveLength(1);
});

it('does not queue a second message when a mark is set and cleared while one waits', async () => {
  const api = await payload();
  const answers = { ...withReceipt.answers, phone: '(212) 555-0187', email: 'di@mail.example' };
  const { receipt } = await sendSubmission({ ...withReceipt, answers });
  const { submission } = await loadSubmission(receipt);
  for (const quarantined of [true, false]) {
    await api.update({
      collection: 'form-submissions',
      id: submission.id,
      data: { quarantined },
      // System: a coordinator does this in the admin.
      overrideAccess: true,
    });
  }
  const queued = (await readOutbox()).map(({ taskSlug }) => taskSlug);
  expect(queued.toSorted()).toEqual(['request-waiting', 'visitor-receipt']);
});

it('mails a receipt to the bare address, without what the visitor typed around it', async () => {
  const answers = { ...withReceipt.answers, phone: '(212) 555-0186' };
  await sendSubmission({
    ...withReceipt,
    answers: { ...answers, email: 'mailto:sam%2Bcare@münchen.example' },
  });
  await runDueJobs();
  // The fake mail server reports internationalized domains in Unicode.
  expect(mailbox.recipients).toContainEqual(['sam+care@münchen.example']);
});
