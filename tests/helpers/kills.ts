import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { type Kept, keptOf, mailsLeft } from './kept.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { mongodOf, webOf, workerOf } from './processes.ts';
import { type OwnSite, startSite } from './running-site.ts';
import { steadyLoad } from './steady-load.ts';

const CLIENTS = 4;
/** A blow falls at any moment of this long, once requests come through again. */
const WITHIN_MS = 1_000;
/** What a killed worker or database leaves behind is due again within half a minute; the rest is work. */
const DRAINED_MS = 20 * 60_000;
const POLL_MS = 100;

/**
 * Starts the product and kills its web process, its worker and its database so many times each, at
 * random instants under steady load, then looks what is there and which mails came.
 * @param seed the same one gives the same instants
 */
export async function killUnderLoad(times: number, seed: number): Promise<Kept> {
  const mailbox = await openMailbox();
  onTestFinished(mailbox.close);
  const site = await startSite({ RATE_LIMIT_FACTOR: '1000000', SMTP_URL: mailbox.url });
  onTestFinished(site.stop);
  const random = numbersFrom(seed);
  const load = steadyLoad(site.url, CLIENTS);
  const began = performance.now();
  for (let n = 0; n < times; n += 1) {
    for (const victim of [webOf, workerOf, mongodOf]) {
      await load.flowing();
      if (victim === workerOf) await mailsFlowing(mailbox);
      await pause(random() * WITHIN_MS);
      process.kill(await victim(site), 'SIGKILL');
    }
  }
  await load.stop();
  const kept = await keptOf(site, load.acknowledged);
  const slowest = Math.max(...load.acknowledged.map(({ tookMs }) => tookMs));
  const again = load.acknowledged.filter(({ tries }) => tries > 1).length;
  console.log(
    `Seed ${seed}: web process, worker and database killed ${times} times each in ${seconds(performance.now() - began)}; ${again} requests were sent more than once, the longest wait for a receipt was ${seconds(slowest)}.`,
    { ...kept, ids: undefined },
  );
  await expectMails(site, mailbox, kept.ids);
  return kept;
}

/**
 * Kills the database of a site as soon as it is there, again and again.
 * @param until no longer than this, as `performance.now` has it
 * @returns how often
 */
export async function killUntil(
  site: Pick<OwnSite, 'dataDir'>,
  until: number,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  let kills = 0;
  for (let last = 0; performance.now() < until && kills < most; await pause(POLL_MS)) {
    const pid = await mongodOf(site).catch(() => 0);
    if (!pid || pid === last) continue;
    last = pid;
    if (wasThere(pid)) kills += 1;
  }
  return kills;
}

/** Kills a process, unless it has ended by itself. */
function wasThere(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

/** Resolves with the next mail: before, there may be no worker to kill. */
async function mailsFlowing({ mails }: Mailbox): Promise<void> {
  const before = mails.length;
  while (mails.length === before) await pause(POLL_MS);
}

/** Once nothing is left to send: for each request at least one receipt, always under the same Message-ID. */
async function expectMails(
  site: OwnSite,
  { mails }: Mailbox,
  requests: readonly string[],
): Promise<void> {
  await expect.poll(() => mailsLeft(site), { timeout: DRAINED_MS, interval: 1_000 }).toBe(0);
  const receipts = mails.filter(({ messageId }) => messageId?.startsWith(RECEIPT));
  const names = new Set(receipts.map(({ messageId }) => messageId));
  const told = mails.length - receipts.length;
  console.log(
    `${requests.length} requests, ${receipts.length} receipts under ${names.size} Message-IDs: ${receipts.length - names.size} repeats. Coordinators got ${told} mails.`,
  );
  const missing = requests.filter((id) => ![...names].some((name) => name?.includes(id)));
  expect({ missing, names: names.size }).toEqual({ missing: [], names: requests.length });
  expect(told).toBeGreaterThan(0);
}

const RECEIPT = '<visitor-receipt.';

/** Nothing that was acknowledged is missing, and nothing is there twice. */
export function expectAllKept({ acknowledged, stored, ids: _, ...wrong }: Kept): void {
  expect(wrong).toEqual({ missing: 0, doubled: 0, withoutLine: 0, withoutEvidence: 0 });
  expect(stored).toBe(acknowledged);
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Numbers from 0 to 1, always the same from the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
