import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnSite, startSite } from '#tests/helpers/running-site.ts';

const ARTICLES = Number(process.env.ARTICLES ?? 120_000);
const AT_ONCE = 10_000;
/** One file holds no more (sitemaps.org, 0.9). */
const MOST = 50_000;

let site: OwnSite;
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

const locsAt = async (url: string): Promise<string[]> => {
  const answer = await fetch(url);
  expect(answer.status, url).toBe(200);
  return [...(await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc);
};

it(`${ARTICLES} articles are all in the parts of the sitemap, each once`, async () => {
  const before = await locsAt(`${site.url}/sitemap.xml`);
  const articles = database.db().collection('articles');
  for (let first = 0; first < ARTICLES; first += AT_ONCE) {
    await articles.insertMany(
      Array.from({ length: Math.min(AT_ONCE, ARTICLES - first) }, (_, n) => ({
        slug: { en: `number-${first + n}` },
        title: { en: `Number ${first + n}` },
        _status: 'published',
        createdAt: new Date(),
        updatedAt: new Date(),
      })),
    );
  }
  const all = before.length + ARTICLES;
  // A cache hears of it by the database's change stream, and asks anew.
  await expect
    .poll(() => locsAt(`${site.url}/sitemap.xml`), { timeout: 120_000 })
    .toHaveLength(Math.ceil(all / MOST));
  const parts = await locsAt(`${site.url}/sitemap.xml`);
  const listed: string[] = [];
  for (const part of parts) {
    const began = performance.now();
    const locs = await locsAt(part);
    console.log(`${part}: ${locs.length} in ${Math.round(performance.now() - began)} ms`);
    expect(locs.length).toBeLessThanOrEqual(MOST);
    listed.push(...locs);
  }
  expect(listed).toHaveLength(all);
  expect(new Set(listed).size).toBe(all);
});
