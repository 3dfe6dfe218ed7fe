import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { findMongodPid, findWebPid } from './processes.ts';
import type { RunningSite } from './running-site.ts';
import { crawlSite, type PageLoadResult, startPageLoad } from './site-crawl.ts';

/** Longest time until a site is ready again after a fault. */
const READY_TIMEOUT_MS = 60_000;

/** The processes that are killed and suspended together. */
const VICTIMS = [
  ['Next', [findWebPid]],
  ['MongoDB', [findMongodPid]],
  ['both', [findWebPid, findMongodPid]],
] as const;

interface FaultOptions {
  /** How often each group of processes is killed. */
  times: number;
  /** How long each group is suspended once, so that it does not respond. */
  suspendMs: number;
}

/**
 * Loads all pages of a site continuously, while its web server, its database and both are killed and suspended.
 * @returns the results by the name of the processes
 */
export async function loadPagesDuringFaults(
  site: RunningSite,
  { times, suspendMs }: FaultOptions,
): Promise<Record<string, PageLoadResult>> {
  const pages = await crawlSite(site.url);
  const results: Record<string, PageLoadResult> = {};
  for (const [name, victims] of VICTIMS) {
    const load = startPageLoad(site.url, pages);
    const send = async (signal: NodeJS.Signals) => {
      for (const pid of await Promise.all(victims.map((findPid) => findPid(site))))
        process.kill(pid, signal);
    };
    for (let n = 0; n < times; n += 1) {
      await load.waitForRound();
      await send('SIGKILL');
      await load.waitForRound();
      await waitUntilReady(site);
    }
    await send('SIGSTOP');
    await pause(suspendMs);
    await load.waitForRound();
    await send('SIGCONT');
    await waitUntilReady(site);
    results[name] = await load.stop();
  }
  console.log(`${pages.size} pages, styles, scripts, fonts and media loaded:`, results);
  return results;
}

/** Waits until `/readyz` answers 200. */
export const waitUntilReady = ({ url }: Pick<RunningSite, 'url'>) =>
  expect
    .poll(
      () =>
        fetch(`${url}/readyz`).then(
          ({ status }) => status,
          () => undefined,
        ),
      { timeout: READY_TIMEOUT_MS },
    )
    .toBe(200);

/** Expects that every load was complete, with the same bytes as before. */
export function expectAllLoaded(results: Record<string, PageLoadResult>): void {
  for (const [name, { count, failed }] of Object.entries(results)) {
    expect([name, failed]).toEqual([name, []]);
    expect(count).toBeGreaterThan(0);
  }
}
