import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { createApiClient } from './api-client.ts';
import { percentile } from './measure.ts';
import type { FindResult } from './rest-result-types.ts';
import type { RunningSite } from './running-site.ts';

/** Longest wait for a title to appear. */
const TIMEOUT_MS = 10_000;
/** Pause between two requests of a page, so that polling does not slow down the measured processes. */
const RETRY_MS = 10;

type Site = Pick<RunningSite, 'url' | 'password'>;

/** Time until every edge serves what an editor published, in ms, one value for each publication. */
export interface PublishLatency {
  /** Since the editor received the response. */
  sinceResponse: number[];
  /** Since the editor sent the request. */
  sinceRequest: number[];
  /** Number of stale first responses after publishing, from the edge that forwarded the change. */
  staleResponses: number;
}

/**
 * Publishes new titles one after the other, through each site in turn, and requests the article, the list of
 * articles and the home page from all sites until they show the title.
 */
export async function measurePublishLatency(
  sites: readonly Site[],
  times: number,
): Promise<PublishLatency> {
  const latency: PublishLatency = { sinceResponse: [], sinceRequest: [], staleResponses: 0 };
  const editors = await Promise.all(sites.map((site) => createApiClient(site, 'editor')));
  const { id, slug, title: before } = await findArticleOnHomePage(sites[0]);
  const pages = sites.flatMap((site) =>
    [`/articles/${slug}`, '/articles', '/'].map((path) => ({ site, path })),
  );
  // Fill the caches first.
  await Promise.all(pages.map(({ site, path }) => fetchText(site, path)));
  for (let n = 0; n < times; n += 1) {
    const turn = n % sites.length;
    const title = `Published ${n} of ${times}: ${crypto.randomUUID()}`;
    const requestedAt = performance.now();
    await editors[turn]?.('PATCH', `/articles/${id}`, { title, _status: 'published' });
    const respondedAt = performance.now();
    const attempts = await Promise.all(pages.map((page) => fetchUntilShown(page, title)));
    const shownAt = performance.now();
    latency.sinceResponse.push(shownAt - respondedAt);
    latency.sinceRequest.push(shownAt - requestedAt);
    latency.staleResponses += attempts.filter(
      (count, index) => pages[index]?.site === sites[turn] && count > 1,
    ).length;
  }
  await editors[0]?.('PATCH', `/articles/${id}`, { title: before, _status: 'published' });
  return latency;
}

/**
 * Expects that visitors see a publication within a second (p95), and never a stale page from the edge that
 * forwarded it. Logs the figures.
 */
export function expectPublishLatency(
  name: string,
  { sinceResponse, sinceRequest, staleResponses }: PublishLatency,
): void {
  const figures = {
    times: sinceResponse.length,
    p50Ms: Math.round(percentile(sinceResponse, 50)),
    p95Ms: Math.round(percentile(sinceResponse, 95)),
    withSavingP95Ms: Math.round(percentile(sinceRequest, 95)),
    stale: staleResponses,
  };
  console.log(`${name}, publish → visible:`, figures);
  expect(figures.p95Ms).toBeLessThanOrEqual(1_000);
  expect(staleResponses).toBe(0);
}

interface Article {
  id: string;
  slug: string;
  title: string;
}

/** Returns an article that the home page lists. */
async function findArticleOnHomePage(site: Site | undefined): Promise<Article> {
  if (!site) throw new Error('The list of sites is empty.');
  const [, slug] = /href="\/articles\/([\w-]+)"/.exec(await fetchText(site, '/')) ?? [];
  const response = await fetch(`${site.url}/api/articles?where[slug][equals]=${slug}&depth=0`);
  const { docs } = (await response.json()) as FindResult<Article>;
  const [article] = docs;
  if (!article) throw new Error('The home page lists no article.');
  return article;
}

const fetchText = async ({ url }: Site, path: string): Promise<string> =>
  (await fetch(`${url}${path}`)).text();

/** Requests a page until it shows the title; returns the number of requests. */
async function fetchUntilShown(
  { site, path }: { site: Site; path: string },
  title: string,
): Promise<number> {
  const deadline = performance.now() + TIMEOUT_MS;
  for (let count = 1; performance.now() < deadline; count += 1) {
    if ((await fetchText(site, path)).includes(title)) return count;
    await pause(RETRY_MS);
  }
  throw new Error(`${site.url}${path} does not show “${title}”.`);
}
