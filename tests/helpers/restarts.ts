import { readFile } from 'node:fs/promises';
import { expect, onTestFinished } from 'vitest';
import { freePort } from '#platform/process/port.ts';
import type { Found } from './answers.ts';
import { type Api, apiOf } from './api-of.ts';
import { isBack } from './blows.ts';
import { sameSiteAs } from './instances.ts';
import { ownDatabase } from './mongod.ts';
import { launchSite, type OwnSite, type RunningSite, startSite } from './running-site.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { got, type Viewed, viewAll, viewsOf } from './views.ts';

const LISTENS_MS = 30_000;
const BACK_MS = 120_000;
const KEY_OF_ANOTHER = 'not a secret: by this one, another site knows people';

interface Article {
  id: string;
  slug: string;
}

/** A site on a database of an operator's own, with the demo content in it. */
interface Installation {
  environment: Record<string, string>;
  password: string;
  database: { stop(): Promise<void>; start(): Promise<void> };
}

/**
 * Starts a site again whose database is away for good, and views all that it had kept; then the database
 * comes back. Three articles were taken back before: one through this instance, two through another one
 * while this one was down.
 * @param rounds how often everything is viewed
 */
export async function viewAfterRestart(rounds: number): Promise<Viewed> {
  const { environment, password, database } = await installation();
  const start = async (): Promise<RunningSite & OwnSite> => {
    const site = await startSite(environment);
    onTestFinished(site.stop);
    return { ...site, password };
  };

  const first = await start();
  await viewsOf(first.url);
  const taken = await lastArticles(first, 3);
  const [one, two, three] = taken;
  await unpublish(await apiOf(first, 'editor'), one);
  const lasting = await viewsOf(first.url);
  for (const { slug } of taken) lasting.delete(`/articles/${slug}`);
  await first.stop();

  const own = await temporaryFolder();
  const second = await startSite({ ...environment, DATA_DIR: own, PORT: String(await freePort()) });
  onTestFinished(second.stop);
  await unpublish(await apiOf({ ...second, password }, 'editor'), two);
  await (await apiOf({ ...second, password }, 'admin'))('DELETE', `/articles/${three?.id}`);
  await second.stop();

  // The database can be reached, and nothing else: what was taken back is asked for as soon as anybody listens.
  const again = await launchSite(environment);
  onTestFinished(again.stop);
  await listens(again);
  await expectTakenBack(again, taken);
  await again.ready;
  await expectTakenBack(again, taken);
  await again.stop();

  // What is behind it does not come up, whatever is tried.
  const locked = await launchSite({ ...environment, SUPPRESSION_KEY: KEY_OF_ANOTHER });
  onTestFinished(locked.stop);
  const locks = () => readFile(locked.output, 'utf8');
  await expect.poll(locks, { timeout: BACK_MS }).toContain('starting it again');
  expect((await got(locked.url, '/')).status).toBe(200);
  await locked.stop();
  await database.stop();

  const alone = await launchSite(environment);
  onTestFinished(alone.stop);
  await listens(alone);
  const load = viewAll(alone.url, lasting);
  for (let n = 0; n < rounds; n += 1) await load.round();
  await expectTakenBack(alone, taken);
  const viewed = await load.stop();
  console.log(`${lasting.size} addresses viewed after a restart without a database:`, viewed);

  await database.start();
  await expect
    .poll(() => fetch(`${alone.url}/readyz`).then((answer) => answer.status), { timeout: BACK_MS })
    .toBe(200);
  await alone.ready;
  await isBack(alone);
  await expectTakenBack(alone, taken);
  const list = String((await got(alone.url, '/articles')).body);
  for (const { slug } of taken) expect(list).not.toContain(`/articles/${slug}"`);
  return viewed;
}

/** The demo content comes into an embedded database only: it is made by one, and its files go on. */
async function installation(): Promise<Installation> {
  const dataDir = await temporaryFolder();
  const demo = await startSite({ DATA_DIR: dataDir });
  const secrets = await sameSiteAs(demo);
  await demo.stop();
  const where = { folder: dataDir, port: await freePort() };
  let server = await ownDatabase(where);
  return {
    environment: {
      ...secrets,
      DATABASE_URI: server.uri,
      DATA_DIR: dataDir,
      PORT: String(await freePort()),
    },
    password: demo.password,
    database: {
      stop: () => server.stop(),
      async start() {
        server = await ownDatabase(where);
      },
    },
  };
}

async function lastArticles({ url }: RunningSite, count: number): Promise<Article[]> {
  const answer = await fetch(`${url}/api/articles?sort=publishedAt&limit=${count}&depth=0`);
  const { docs } = (await answer.json()) as Found<Article & { id: string }>;
  expect(docs).toHaveLength(count);
  return docs;
}

const unpublish = (api: Api, article: Article | undefined): Promise<unknown> =>
  api('PATCH', `/articles/${article?.id}`, { _status: 'draft' });

const listens = ({ url }: Pick<RunningSite, 'url'>) =>
  expect
    .poll(
      () =>
        fetch(url, { method: 'OPTIONS' }).then(
          () => true,
          () => false,
        ),
      { timeout: LISTENS_MS },
    )
    .toBe(true);

async function expectTakenBack({ url }: RunningSite, articles: Article[]): Promise<void> {
  for (const { slug } of articles) {
    const { status, body } = await got(url, `/articles/${slug}`);
    expect([slug, [404, 503].includes(status)]).toEqual([slug, true]);
    expect(String(body)).not.toContain('<article');
  }
}
