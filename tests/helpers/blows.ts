import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { mongodOf, webOf } from './processes.ts';
import type { RunningSite } from './running-site.ts';
import { type Viewed, viewAll, viewsOf } from './views.ts';

/** The supervisor starts what died again. */
const BACK_MS = 60_000;

const VICTIMS = [
  ['Next', [webOf]],
  ['MongoDB', [mongodOf]],
  ['both', [webOf, mongodOf]],
] as const;

interface Blows {
  /** How often each of them is killed. */
  times: number;
  /** For how long each of them is held so that it answers nobody, once. */
  holdMs: number;
}

/**
 * Views all of a site again and again, with its web server, its database and both killed, and held, in
 * turn. What of it failed is told for each of them.
 */
export async function viewUnderBlows(
  site: RunningSite,
  { times, holdMs }: Blows,
): Promise<Record<string, Viewed>> {
  const views = await viewsOf(site.url);
  const told: Record<string, Viewed> = {};
  for (const [name, victims] of VICTIMS) {
    const load = viewAll(site.url, views);
    const send = async (signal: NodeJS.Signals) => {
      for (const pid of await Promise.all(victims.map((of) => of(site)))) process.kill(pid, signal);
    };
    for (let n = 0; n < times; n += 1) {
      await load.round();
      await send('SIGKILL');
      await load.round();
      await isBack(site);
    }
    await send('SIGSTOP');
    await pause(holdMs);
    await load.round();
    await send('SIGCONT');
    await isBack(site);
    told[name] = await load.stop();
  }
  console.log(`${views.size} pages, styles, scripts, fonts and media viewed:`, told);
  return told;
}

export const isBack = ({ url }: Pick<RunningSite, 'url'>) =>
  expect
    .poll(
      () =>
        fetch(`${url}/readyz`).then(
          ({ status }) => status,
          () => undefined,
        ),
      { timeout: BACK_MS },
    )
    .toBe(200);

/** Every view came whole, with the bytes that it had before. */
export function expectAllViewed(told: Record<string, Viewed>): void {
  for (const [name, { count, failed }] of Object.entries(told)) {
    expect([name, failed]).toEqual([name, []]);
    expect(count).toBeGreaterThan(0);
  }
}
