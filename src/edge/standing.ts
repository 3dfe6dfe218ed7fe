import { setTimeout as pause } from 'node:timers/promises';
import { SITE_INDEX_PATH } from '#domain/site-index.ts';
import { logFailure } from '#platform/http/log.ts';
import type { Address } from './address.ts';
import type { Entry } from './entry.ts';
import { type Known, knownFrom, type Standing } from './known.ts';
import type { Pages } from './pages.ts';

/** An answer is due within five seconds, whatever is away. */
const RENEW_MS = 2_500;

/** What stands at an address, as far as anybody can tell now. */
export type Found = Standing | { at: 'unsure' };

export interface SiteAddresses {
  /** What can be told at once. */
  ready(address: Address): Standing | undefined;
  /** The same, after the site was asked where that is needed. */
  find(address: Address): Promise<Found>;
  /** The latest that the site told; undefined if it never did. */
  known(): Known | undefined;
  /** Has the site tell it if it may have changed, and keeps the pages that stand in for others. */
  prepare(): Promise<void>;
}

/** Keeps what the site tells of its addresses, and has it told again once it may have changed. */
export async function createSiteAddresses(pages: Pages): Promise<SiteAddresses> {
  let latest: { entry: Entry; known: Known } | undefined;

  const isCurrent = (): boolean => latest !== undefined && pages.holds(latest.entry);

  const renew = async (): Promise<void> => {
    const got = await pages.get(SITE_INDEX_PATH).catch(() => undefined);
    if (got && 'held' in got) learn(got.held.entry);
  };

  const learn = (entry: Entry): void => {
    if (entry === latest?.entry || entry.status !== 200) return;
    try {
      latest = { entry, known: knownFrom(entry.body.toString()) };
      pages.spare([SITE_INDEX_PATH, ...Object.values(latest.known.stand)]);
    } catch (error) {
      logFailure('edge, site index', error);
    }
  };

  const before = await pages.kept(SITE_INDEX_PATH);
  if (before) learn(before.entry);

  return {
    known: () => latest?.known,
    async prepare() {
      if (!isCurrent()) await renew();
      pages.want(Object.values(latest?.known.stand ?? {}));
    },
    ready(address) {
      const standing = latest?.known.find(address);
      if (standing?.at === 'nothing' && !isCurrent()) return undefined;
      return standing;
    },
    async find(address) {
      const asked = isCurrent() ? undefined : renew();
      // A site that never told anything is asked for all of it.
      if (!latest) return { at: 'passed' };
      // That one is not there has to be true.
      if (asked) await Promise.race([asked, pause(RENEW_MS, undefined, { ref: false })]);
      const standing = latest.known.find(address);
      return standing.at === 'nothing' && !isCurrent() ? { at: 'unsure' } : standing;
    },
  };
}
