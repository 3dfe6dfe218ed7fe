import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { htmlErrors } from '#tests/helpers/html-errors.ts';
import { type Mailbox, openMailbox } from '#tests/helpers/mailbox.ts';
import { findWorkerPid } from '#tests/helpers/processes.ts';
import { type StartedSite, startSite } from '#tests/helpers/running-site.ts';

/** Includes the 15 s for which a killed worker's messages stay locked. */
const DELIVERY_TIMEOUT_MS = 60_000;

let mailbox: Mailbox;
let site: StartedSite;

beforeAll(async () => {
  mailbox = await openMailbox();
  site = await startSite({ SMTP_URL: mailbox.url, RATE_LIMIT_FACTOR: '100' });
}, 240_000);

afterAll(async () => {
  await site?.stop();
  await mailbox?.close();
});

/** Sends a submission with a receipt by mail; returns its receipt token. */
async function sendSubmission(name: string): Promise<string> {
  const response = await fetch(`${site.url}/api/requests`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `worker-${name}` },
    body: JSON.stringify({
      callToAction: 'let-us-help',
      answers: { name, phone: '(212) 555-0177', email: `${name}@mail.example` },
      receiptByMail: true,
    }),
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { receipt: string }).receipt;
}

const receiptMails = () => mailbox.mails.filter(({ subject }) => subject?.startsWith('We have'));

/** Counts the distinct Message-IDs of received receipts. */
const countReceipts = () => new Set(receiptMails().map(({ messageId }) => messageId)).size;

it('restarts a killed worker, which sends the remaining messages', async () => {
  await sendSubmission('before');
  await expect.poll(countReceipts, { timeout: DELIVERY_TIMEOUT_MS }).toBe(1);
  const first = await findWorkerPid(site);
  const names = Array.from({ length: 8 }, (_, n) => `while-${n}`);
  await Promise.all(
    names.map(async (name, n) => {
      if (n === 4) process.kill(first, 'SIGKILL');
      await sendSubmission(name);
    }),
  );
  await expect.poll(countReceipts, { timeout: DELIVERY_TIMEOUT_MS }).toBe(1 + names.length);
  expect(await findWorkerPid(site)).not.toBe(first);
  expect((await fetch(`${site.url}/readyz`)).status).toBe(200);
  expect(await readFile(site.output, 'utf8')).not.toMatch(/@(example\.org|mail\.example)/);
  for (const { text } of mailbox.mails) expect(text).not.toMatch(/before|while/);
  // Coordinators get one mail at once; a later digest covers the other submissions.
  const coordinatorMails = mailbox.mails.filter(({ subject }) => subject?.includes('waiting'));
  expect(coordinatorMails.map(({ subject }) => subject)).toEqual(['A request is waiting']);
});

it('stops all contact by email through the link in a mail, but not through the receipt alone', async () => {
  const receipt = await sendSubmission('ann');
  const findReceiptMail = () => receiptMails().find(({ text }) => text?.includes(receipt));
  await expect.poll(findReceiptMail, { timeout: DELIVERY_TIMEOUT_MS }).toBeDefined();
  const [link = ''] = /http:\S+\/withdraw\/\S+/.exec(findReceiptMail()?.text ?? '') ?? [];
  expect(link).toMatch(new RegExp(`/withdraw/${receipt}/[\\w-]{22}$`));
  const confirmation = await fetch(link);
  expect(confirmation.status).toBe(200);
  expect(confirmation.headers.get('cache-control')).toBe('private, no-store');
  const html = await confirmation.text();
  expect(html).toContain('Do you want no more email from us?');
  expect(html).not.toContain('ann@mail.example');
  expect(await htmlErrors(html)).toEqual([]);
  const result = await fetch(link, { method: 'POST', body: new URLSearchParams() });
  expect(await result.text()).toContain('We will not contact you');
  const guess = await fetch(`${link.slice(0, -22)}${receipt}`, { method: 'POST' });
  expect(guess.status).toBe(404);
  expect(guess.headers.get('cache-control')).toBe('private, no-store');
});

it('warns of an unlisted proxy in the log, at /readyz, and to administrators', async () => {
  const fetchReadiness = async () => (await fetch(`${site.url}/readyz`)).text();
  expect(await fetchReadiness()).not.toContain('TRUSTED_PROXIES');
  const headers = { 'X-Forwarded-For': '203.0.113.9' };
  await fetch(`${site.url}/requests/request-call`, { headers });
  // The proxy's address is one of these, depending on the machine.
  const warning = /TRUSTED_PROXIES does not list.*add (127\.0\.0\.1|::1)/;
  expect(await fetchReadiness()).toMatch(warning);
  expect((await fetch(`${site.url}/readyz`)).status).toBe(200);
  await expect.poll(() => readFile(site.output, 'utf8')).toMatch(warning);
  expect(await readFile(site.output, 'utf8')).not.toContain('203.0.113.9');
  for (const [role, isWarned] of [
    ['admin', true],
    ['editor', false],
  ] as const) {
    const response = await fetch(`${site.url}/api/users/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: `${role}@example.org`, password: site.password }),
    });
    const [cookie = ''] = response.headers
      .getSetCookie()
      .map((header) => header.split(';')[0] ?? '');
    const admin = await fetch(`${site.url}/admin`, {
      headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
    });
    expect((await admin.text()).includes('TRUSTED_PROXIES')).toBe(isWarned);
  }
});
