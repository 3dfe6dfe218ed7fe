import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { htmlErrors } from '#tests/helpers/html-errors.ts';
import { type Mailbox, openMailbox } from '#tests/helpers/mailbox.ts';
import { workerOf } from '#tests/helpers/processes.ts';
import { type OwnSite, startSite } from '#tests/helpers/running-site.ts';

/** What a killed worker had in hand is its own for 15 s. */
const SENT_MS = 60_000;

let mailbox: Mailbox;
let site: OwnSite;

beforeAll(async () => {
  mailbox = await openMailbox();
  site = await startSite({ SMTP_URL: mailbox.url, RATE_LIMIT_FACTOR: '100' });
}, 240_000);

afterAll(async () => {
  await site?.stop();
  await mailbox?.close();
});

/** Sends a request that a receipt by mail is asked for with; the name of its own receipt. */
async function send(name: string): Promise<string> {
  const answer = await fetch(`${site.url}/api/requests`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `worker-${name}` },
    body: JSON.stringify({
      callToAction: 'let-us-help',
      answers: { name, phone: '(212) 555-0177', email: `${name}@mail.example` },
      receiptByMail: true,
    }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { receipt: string }).receipt;
}

const toVisitors = () => mailbox.mails.filter(({ subject }) => subject?.startsWith('We have'));

/** The Message-IDs of receipts that came, each once. */
const sent = () => new Set(toVisitors().map(({ messageId }) => messageId)).size;

it('a killed worker comes back, and what was not sent yet is sent', async () => {
  await send('before');
  await expect.poll(sent, { timeout: SENT_MS }).toBe(1);
  const first = await workerOf(site);
  const names = Array.from({ length: 8 }, (_, n) => `while-${n}`);
  await Promise.all(
    names.map(async (name, n) => {
      if (n === 4) process.kill(first, 'SIGKILL');
      await send(name);
    }),
  );
  await expect.poll(sent, { timeout: SENT_MS }).toBe(1 + names.length);
  expect(await workerOf(site)).not.toBe(first);
  expect((await fetch(`${site.url}/readyz`)).status).toBe(200);
  expect(await readFile(site.output, 'utf8')).not.toMatch(/@(example\.org|mail\.example)/);
  for (const { text } of mailbox.mails) expect(text).not.toMatch(/before|while/);
  // Coordinators were told at once of the first, and not of each.
  const told = mailbox.mails.filter(({ subject }) => subject?.includes('waiting'));
  expect(told.map(({ subject }) => subject)).toEqual(['A request is waiting']);
});

it('the link in the mail stops all contact there, which the receipt alone cannot', async () => {
  const receipt = await send('ann');
  const mine = () => toVisitors().find(({ text }) => text?.includes(receipt));
  await expect.poll(mine, { timeout: SENT_MS }).toBeDefined();
  const [link = ''] = /http:\S+\/withdraw\/\S+/.exec(mine()?.text ?? '') ?? [];
  expect(link).toMatch(new RegExp(`/withdraw/${receipt}/[\\w-]{22}$`));
  const asked = await fetch(link);
  expect(asked.status).toBe(200);
  expect(asked.headers.get('cache-control')).toBe('private, no-store');
  const html = await asked.text();
  expect(html).toContain('Do you want no more email from us?');
  expect(html).not.toContain('ann@mail.example');
  expect(await htmlErrors(html)).toEqual([]);
  const done = await fetch(link, { method: 'POST', body: new URLSearchParams() });
  expect(await done.text()).toContain('We will not contact you');
  const guessed = await fetch(`${link.slice(0, -22)}${receipt}`, { method: 'POST' });
  expect(guessed.status).toBe(404);
  expect(guessed.headers.get('cache-control')).toBe('private, no-store');
});

it('a proxy that is not listed is named at once: in the log, at /readyz and to administrators', async () => {
  const readiness = async () => (await fetch(`${site.url}/readyz`)).text();
  expect(await readiness()).not.toContain('TRUSTED_PROXIES');
  const headers = { 'X-Forwarded-For': '203.0.113.9' };
  await fetch(`${site.url}/requests/request-call`, { headers });
  // Its socket is one of these; it depends on the machine.
  const warning = /TRUSTED_PROXIES does not list.*add (127\.0\.0\.1|::1)/;
  expect(await readiness()).toMatch(warning);
  expect((await fetch(`${site.url}/readyz`)).status).toBe(200);
  await expect.poll(() => readFile(site.output, 'utf8')).toMatch(warning);
  expect(await readFile(site.output, 'utf8')).not.toContain('203.0.113.9');
  for (const [role, isTold] of [
    ['admin', true],
    ['editor', false],
  ] as const) {
    const answer = await fetch(`${site.url}/api/users/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: `${role}@example.org`, password: site.password }),
    });
    const [cookie = ''] = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
    const admin = await fetch(`${site.url}/admin`, {
      headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
    });
    expect((await admin.text()).includes('TRUSTED_PROXIES')).toBe(isTold);
  }
});
