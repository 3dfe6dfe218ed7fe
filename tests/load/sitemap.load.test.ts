import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type StartedSite, startSite } from '#tests/helpers/running-site.ts';

const ARTICLES = Number(process.env.ARTICLES ?? 120_000);
const BATCH = 10_000;
/** Maximum of URLs in one file (sitemaps.org, 0.9). */
const MAX_URLS = 50_000;

let site: StartedSite;
let database: MongoClient;

beforeAll(async () => {
  site = await startSite();
  database = await MongoClient.connect(
    await readFile(path.join(site.dataDir, 'database-uri'), 'utf8'),
  );
});

afterAll(async () => {
  await database?.close();
  await site?.stop();
});

const fetchLocs = async (url: string): Promise<string[]> => {
  const response = await fetch(url);
  expect(response.status, url).toBe(200);
  return [...(await response.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc);
};

it(`lists each of ${ARTICLES} articles once in the parts of the sitemap`, async () => {
  const before = await fetchLocs(`${site.url}/sitemap.xml`);
  const articles = database.db().collection('articles');
  for (let first = 0; first < ARTICLES; first += BATCH) {
    await articles.insertMany(
      Array.from({ length: Math.min(BATCH, ARTICLES - first) }, (_, n) => ({
        slug: { en: `number-${first + n}` },
        title: { en: `Number ${first + n}` },
        _status: 'published',
        createdAt: new Date(),
        updatedAt: new Date(),
      })),
    );
  }
  const all = before.length + ARTICLES;
  // The edge is purged by the change stream of the database.
  await expect
    .poll(() => fetchLocs(`${site.url}/sitemap.xml`), { timeout: 120_000 })
    .toHaveLength(Math.ceil(all / MAX_URLS));
  const parts = await fetchLocs(`${site.url}/sitemap.xml`);
  const listed: string[] = [];
  for (const part of parts) {
    const began = performance.now();
    const locs = await fetchLocs(part);
    console.log(`${part}: ${locs.length} in ${Math.round(performance.now() - began)} ms`);
    expect(locs.length).toBeLessThanOrEqual(MAX_URLS);
    listed.push(...locs);
  }
  expect(listed).toHaveLength(all);
  expect(new Set(listed).size).toBe(all);
});
