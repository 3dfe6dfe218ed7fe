import { readFile } from 'node:fs/promises';
import { expect, onTestFinished } from 'vitest';
import { findFreePort } from '#platform/process/port.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import { waitUntilReady } from './fault-injection.ts';
import { sharedEnvironment } from './instances.ts';
import type { FindResult } from './rest-result-types.ts';
import { launchSite, type RunningSite, type StartedSite, startSite } from './running-site.ts';
import { copySeededData } from './seeded-data.ts';
import { crawlSite, fetchBody, type PageLoadResult, startPageLoad } from './site-crawl.ts';
import { createTemporaryFolder } from './temporary-folder.ts';
import { startTestMongod } from './test-mongod.ts';

const LISTEN_TIMEOUT_MS = 30_000;
const READY_TIMEOUT_MS = 120_000;
const OTHER_SUPPRESSION_KEY = 'not a secret: by this one, another site knows people';

interface Article {
  id: string;
  slug: string;
}

/** A site with demo content on an external database, which can be stopped and started. */
interface Installation {
  environment: Record<string, string>;
  password: string;
  database: { stop(): Promise<void>; start(): Promise<void> };
}

/**
 * Restarts a site without its database and loads all pages from its cache; then starts the database. Before, three
 * articles are unpublished or deleted, which must not be served again: one through this instance, and two through
 * another instance while this one is down.
 * @param rounds how often all pages are loaded
 */
export async function loadPagesAfterRestart(rounds: number): Promise<PageLoadResult> {
  const { environment, password, database } = await createInstallation();
  const start = async (): Promise<RunningSite & StartedSite> => {
    const site = await startSite(environment);
    onTestFinished(site.stop);
    return { ...site, password };
  };

  const first = await start();
  await crawlSite(first.url);
  const removed = await findArticles(first, 3);
  const [unpublishedHere, unpublishedElsewhere, deletedElsewhere] = removed;
  await unpublish(await createApiClient(first, 'editor'), unpublishedHere);
  const remaining = await crawlSite(first.url);
  for (const { slug } of removed) remaining.delete(`/articles/${slug}`);
  await first.stop();

  const otherFolder = await createTemporaryFolder();
  const second = await startSite({
    ...environment,
    DATA_DIR: otherFolder,
    PORT: String(await findFreePort()),
  });
  onTestFinished(second.stop);
  await unpublish(await createApiClient({ ...second, password }, 'editor'), unpublishedElsewhere);
  await (await createApiClient({ ...second, password }, 'admin'))(
    'DELETE',
    `/articles/${deletedElsewhere?.id}`,
  );
  await second.stop();

  // With the database but before Next is up, the edge must not serve the removed articles from its cache.
  const restarted = await launchSite(environment);
  onTestFinished(restarted.stop);
  await waitUntilListening(restarted);
  await expectGone(restarted, removed);
  await restarted.ready;
  await expectGone(restarted, removed);
  await restarted.stop();

  // Next and the worker do not start with another suppression key, so the edge has only the database.
  const misconfigured = await launchSite({
    ...environment,
    SUPPRESSION_KEY: OTHER_SUPPRESSION_KEY,
  });
  onTestFinished(misconfigured.stop);
  const readOutput = () => readFile(misconfigured.output, 'utf8');
  await expect.poll(readOutput, { timeout: READY_TIMEOUT_MS }).toContain('starting it again');
  expect((await fetchBody(misconfigured.url, '/')).status).toBe(200);
  await misconfigured.stop();
  await database.stop();

  const offline = await launchSite(environment);
  onTestFinished(offline.stop);
  await waitUntilListening(offline);
  const load = startPageLoad(offline.url, remaining);
  for (let n = 0; n < rounds; n += 1) await load.waitForRound();
  await expectGone(offline, removed);
  const result = await load.stop();
  console.log(`${remaining.size} addresses loaded after a restart without a database:`, result);

  await database.start();
  await expect
    .poll(() => fetch(`${offline.url}/readyz`).then(({ status }) => status), {
      timeout: READY_TIMEOUT_MS,
    })
    .toBe(200);
  await offline.ready;
  await waitUntilReady(offline);
  await expectGone(offline, removed);
  const list = String((await fetchBody(offline.url, '/articles')).body);
  for (const { slug } of removed) expect(list).not.toContain(`/articles/${slug}"`);
  return result;
}

/**
 * Creates a site with demo content on an external database. Only an embedded database is seeded with demo content, so
 * the external one takes over the files of an embedded one.
 */
async function createInstallation(): Promise<Installation> {
  const dataDir = await createTemporaryFolder();
  await copySeededData(dataDir);
  const demo = await startSite({ DATA_DIR: dataDir });
  const secrets = await sharedEnvironment(demo);
  await demo.stop();
  const mongodOptions = { folder: dataDir, port: await findFreePort() };
  let server = await startTestMongod(mongodOptions);
  return {
    environment: {
      ...secrets,
      DATABASE_URI: server.uri,
      DATA_DIR: dataDir,
      PORT: String(await findFreePort()),
    },
    password: demo.password,
    database: {
      stop: () => server.stop(),
      async start() {
        server = await startTestMongod(mongodOptions);
      },
    },
  };
}

async function findArticles({ url }: RunningSite, count: number): Promise<Article[]> {
  const response = await fetch(`${url}/api/articles?sort=publishedAt&limit=${count}&depth=0`);
  const { docs } = (await response.json()) as FindResult<Article & { id: string }>;
  expect(docs).toHaveLength(count);
  return docs;
}

const unpublish = (api: ApiClient, article: Article | undefined): Promise<unknown> =>
  api('PATCH', `/articles/${article?.id}`, { _status: 'draft' });

const waitUntilListening = ({ url }: Pick<RunningSite, 'url'>) =>
  expect
    .poll(
      () =>
        fetch(url, { method: 'OPTIONS' }).then(
          () => true,
          () => false,
        ),
      { timeout: LISTEN_TIMEOUT_MS },
    )
    .toBe(true);

async function expectGone({ url }: RunningSite, articles: Article[]): Promise<void> {
  for (const { slug } of articles) {
    const { status, body } = await fetchBody(url, `/articles/${slug}`);
    expect([slug, [404, 503].includes(status)]).toEqual([slug, true]);
    expect(String(body)).not.toContain('<article');
  }
}
