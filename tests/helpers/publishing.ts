import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Found } from './answers.ts';
import { apiOf } from './api-of.ts';
import { percentile } from './measure.ts';
import type { RunningSite } from './running-site.ts';

/** Longer, and it does not come at all. */
const PATIENCE_MS = 10_000;
/** A visitor who looks without a pause would take the machine from what is measured. */
const AGAIN_MS = 10;

type Site = Pick<RunningSite, 'url' | 'password'>;

/** How long it takes until a visitor at any edge sees what an editor publishes, in ms. */
export interface Published {
  /** From when the editor was told that it is done. */
  visible: number[];
  /** From when the editor asked for it. */
  all: number[];
  /** How many of the first looks after that, through the edge that was written through, showed an older state. */
  stale: number;
}

/**
 * Publishes new titles one after the other, through each site in turn, and looks at the article, the list
 * and the home page through each of them until the title stands there.
 */
export async function publish(sites: readonly Site[], times: number): Promise<Published> {
  const published: Published = { visible: [], all: [], stale: 0 };
  const editors = await Promise.all(sites.map((site) => apiOf(site, 'editor')));
  const { id, slug, title: before } = await newestOn(sites[0]);
  const looks = sites.flatMap((site) =>
    [`/articles/${slug}`, '/articles', '/'].map((path) => ({ site, path })),
  );
  // Kept before, as on any day.
  await Promise.all(looks.map(({ site, path }) => textAt(site, path)));
  for (let n = 0; n < times; n += 1) {
    const turn = n % sites.length;
    const title = `Published ${n} of ${times}: ${crypto.randomUUID()}`;
    const began = performance.now();
    await editors[turn]?.('PATCH', `/articles/${id}`, { title, _status: 'published' });
    const answered = performance.now();
    const tries = await Promise.all(looks.map((look) => untilShown(look, title)));
    const seen = performance.now();
    published.visible.push(seen - answered);
    published.all.push(seen - began);
    published.stale += tries.filter(
      (tried, at) => looks[at]?.site === sites[turn] && tried > 1,
    ).length;
  }
  await editors[0]?.('PATCH', `/articles/${id}`, { title: before, _status: 'published' });
  return published;
}

/** What is published is seen within a second, and at once by who published it. */
export function expectFresh(name: string, { visible, all, stale }: Published): void {
  const figures = {
    times: visible.length,
    p50Ms: Math.round(percentile(visible, 50)),
    p95Ms: Math.round(percentile(visible, 95)),
    withSavingP95Ms: Math.round(percentile(all, 95)),
    stale,
  };
  console.log(`${name}, publish → visible:`, figures);
  expect(figures.p95Ms).toBeLessThanOrEqual(1_000);
  expect(stale).toBe(0);
}

interface Article {
  id: string;
  slug: string;
  title: string;
}

/** An article that stands on the home page. */
async function newestOn(site: Site | undefined): Promise<Article> {
  if (!site) throw new Error('There is no site to publish on.');
  const [, slug] = /href="\/articles\/([\w-]+)"/.exec(await textAt(site, '/')) ?? [];
  const answer = await fetch(`${site.url}/api/articles?where[slug][equals]=${slug}&depth=0`);
  const { docs } = (await answer.json()) as Found<Article>;
  const [article] = docs;
  if (!article) throw new Error('There is no article on the home page.');
  return article;
}

const textAt = async ({ url }: Site, path: string): Promise<string> =>
  (await fetch(`${url}${path}`)).text();

/** @returns how many looks it took */
async function untilShown(
  { site, path }: { site: Site; path: string },
  title: string,
): Promise<number> {
  const deadline = performance.now() + PATIENCE_MS;
  for (let tried = 1; performance.now() < deadline; tried += 1) {
    if ((await textAt(site, path)).includes(title)) return tried;
    await pause(AGAIN_MS);
  }
  throw new Error(`${site.url}${path} does not show “${title}”.`);
}
