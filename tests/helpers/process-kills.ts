import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { countPendingReceipts, type LoadOutcome, readLoadOutcome } from './load-outcome.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { findMongodPid, findWebPid, findWorkerPid } from './processes.ts';
import { type StartedSite, startSite } from './running-site.ts';
import { startSteadyLoad } from './steady-load.ts';

const CLIENTS = 4;
/** A process is killed at a random moment within this time, once submissions are acknowledged again. */
const MAX_DELAY_MS = 1_000;
/** Jobs of a killed worker or database are due again within half a minute. The rest of this time is for sending. */
const DRAIN_TIMEOUT_MS = 20 * 60_000;
const POLL_MS = 100;

/**
 * Starts the product and kills its web process, its worker and its database at random moments under steady load. Then
 * checks the receipts by mail.
 * @param times how often each process is killed
 * @param seed the same seed gives the same moments
 * @returns the stored submissions
 */
export async function killUnderLoad(times: number, seed: number): Promise<LoadOutcome> {
  const mailbox = await openMailbox();
  onTestFinished(mailbox.close);
  const site = await startSite({ RATE_LIMIT_FACTOR: '1000000', SMTP_URL: mailbox.url });
  onTestFinished(site.stop);
  const random = createRandom(seed);
  const load = startSteadyLoad(site.url, CLIENTS);
  const began = performance.now();
  for (let n = 0; n < times; n += 1) {
    for (const victim of [findWebPid, findWorkerPid, findMongodPid]) {
      await load.waitForAcknowledgement();
      if (victim === findWorkerPid) await waitForNextMail(mailbox);
      await pause(random() * MAX_DELAY_MS);
      process.kill(await victim(site), 'SIGKILL');
    }
  }
  await load.stop();
  const outcome = await readLoadOutcome(site, load.acknowledged);
  const slowestMs = Math.max(...load.acknowledged.map(({ tookMs }) => tookMs));
  const retried = load.acknowledged.filter(({ tries }) => tries > 1).length;
  console.log(
    `Seed ${seed}: web process, worker and database killed ${times} times each in ${formatSeconds(performance.now() - began)}; ${retried} submissions were sent more than once, the longest wait for a receipt was ${formatSeconds(slowestMs)}.`,
    { ...outcome, ids: undefined },
  );
  await expectAllReceipts(site, mailbox, outcome.ids);
  return outcome;
}

/**
 * Kills the database of a site, and again each time that it has restarted.
 * @param until end in milliseconds of `performance.now`
 * @param most maximum of kills
 * @returns the number of kills
 */
export async function killDatabaseUntil(
  site: Pick<StartedSite, 'dataDir'>,
  until: number,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  let kills = 0;
  for (let last = 0; performance.now() < until && kills < most; await pause(POLL_MS)) {
    const pid = await findMongodPid(site).catch(() => 0);
    if (!pid || pid === last) continue;
    last = pid;
    if (killIfRunning(pid)) kills += 1;
  }
  return kills;
}

/** Kills a process. @returns false if it had exited before */
function killIfRunning(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

/** Waits for the next mail, because until then the worker may not run. */
async function waitForNextMail({ mails }: Mailbox): Promise<void> {
  const before = mails.length;
  while (mails.length === before) await pause(POLL_MS);
}

/** Waits until the outbox is empty. Expects at least one receipt for each submission, repeats with the same Message-ID. */
async function expectAllReceipts(
  site: StartedSite,
  { mails }: Mailbox,
  submissionIds: readonly string[],
): Promise<void> {
  await expect
    .poll(() => countPendingReceipts(site), { timeout: DRAIN_TIMEOUT_MS, interval: 1_000 })
    .toBe(0);
  const receipts = mails.filter(({ messageId }) => messageId?.startsWith(RECEIPT_PREFIX));
  const names = new Set(receipts.map(({ messageId }) => messageId));
  const notifications = mails.length - receipts.length;
  console.log(
    `${submissionIds.length} submissions, ${receipts.length} receipts under ${names.size} Message-IDs: ${receipts.length - names.size} repeats. Coordinators got ${notifications} mails.`,
  );
  const missing = submissionIds.filter((id) => ![...names].some((name) => name?.includes(id)));
  expect({ missing, names: names.size }).toEqual({ missing: [], names: submissionIds.length });
  expect(notifications).toBeGreaterThan(0);
}

const RECEIPT_PREFIX = '<visitor-receipt.';

/** Expects that each acknowledged submission is stored once and complete. */
export function expectNothingLost({
  acknowledged,
  stored,
  ids: _,
  ...problems
}: LoadOutcome): void {
  expect(problems).toEqual({
    missing: 0,
    duplicated: 0,
    withoutReceivedEvent: 0,
    withoutConsentRecord: 0,
  });
  expect(stored).toBe(acknowledged);
}

const formatSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Returns a generator of numbers from 0 to 1, which repeats for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
