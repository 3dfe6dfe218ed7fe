import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Db, MongoClient, ObjectId } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { env } from '#platform/environment/env.ts';
import { rootPath } from '#platform/process/root.ts';
import { cacheStatus, fetchRaw, startTestEdge } from '#tests/helpers/edge.ts';
import { type StubOrigin, sharedPage, startOrigin } from '#tests/helpers/stub-origin.ts';
import { hasVarnish, startVarnish, type Varnish } from '#tests/helpers/varnish.ts';

const HIT = 'varnish; hit';

const isInstalled = await hasVarnish();

describe.skipIf(!isInstalled)('Varnish with npm run purge', () => {
  let origin: StubOrigin;
  let varnish: Varnish;

  beforeEach(async () => {
    origin = await startOrigin();
    varnish = await startVarnish(origin);
    return () => varnish.stop();
  });

  const bodyAt = async (target: string) => (await fetchRaw(varnish, target)).body.toString();

  let client: MongoClient;
  let database: Db;

  beforeAll(async () => {
    client = await MongoClient.connect(env.DATABASE_URI ?? '');
    database = client.db();
  });
  afterAll(() => client.close());

  /** Starts `npm run purge`, and waits until it has purged the whole cache. */
  async function startPurging({ url }: Pick<Varnish, 'url'>): Promise<void> {
    const child = spawn(process.execPath, [rootPath('src/server/purge/run.ts'), '--to', url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(async () => {
      child.kill('SIGTERM');
      const [code] = await once(child, 'exit');
      expect(code).toBe(0);
    });
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('Every change')) return;
    }
  }

  it('serves the new page to the next visitor after a change', async () => {
    const _id = new ObjectId();
    const tags = `articles:${_id},articles:${_id}:self,articles`;
    const articles = database.collection('articles');
    await articles.insertOne({ _id, _status: 'published', title: 'old' });
    origin.respond('/page', sharedPage('old', tags));
    await startPurging(varnish);
    await expect.poll(async () => cacheStatus(await fetchRaw(varnish, '/page'))).toBe(HIT);
    origin.respond('/page', sharedPage('new', tags));
    await articles.updateOne({ _id }, { $set: { title: 'new' } });
    await expect.poll(() => bodyAt('/page')).toBe('new');
    await articles.updateOne({ _id }, { $set: { _status: 'draft' } });
    await origin.stop();
    await expect.poll(async () => (await fetchRaw(varnish, '/page')).status).toBe(503);
  });

  it('serves a page that was rendered during its change for seconds at most', async () => {
    const _id = new ObjectId();
    const articles = database.collection('articles');
    await articles.insertOne({ _id, _status: 'published' });
    await startPurging(varnish);
    const { promise, resolve } = Promise.withResolvers<void>();
    origin.respond('/page', { ...sharedPage('old', `articles:${_id}`), after: promise });
    const body = bodyAt('/page');
    await expect.poll(() => origin.countRequests('/page')).toBe(1);
    origin.respond('/other', sharedPage('old', `articles:${_id}`));
    await bodyAt('/other');
    for (const target of ['/page', '/other']) origin.respond(target, sharedPage('new'));
    await articles.updateOne({ _id }, { $set: { title: 'new' } });
    await expect.poll(() => bodyAt('/other')).toBe('new');
    resolve();
    expect(await body).toBe('old');
    await expect.poll(() => bodyAt('/page'), { timeout: 15_000 }).toBe('new');
  });

  it('caches and purges the same in front of an edge', async () => {
    const _id = new ObjectId();
    const tags = `articles:${_id},articles:${_id}:self,articles`;
    const articles = database.collection('articles');
    await articles.insertOne({ _id, _status: 'published' });
    const edge = await startTestEdge(origin);
    const varnishOfEdge = await startVarnish(edge);
    onTestFinished(varnishOfEdge.stop);
    await startPurging(varnishOfEdge);
    origin.respond('/page', sharedPage('old', tags));
    await expect
      .poll(async () => cacheStatus(await fetchRaw(varnishOfEdge, '/page')))
      .toMatch(/^throughcare; .*, varnish; hit$/);
    origin.respond('/page', sharedPage('new', tags));
    await articles.updateOne({ _id }, { $set: { title: 'new' } });
    // Varnish can be purged before the edge, and so again later.
    const bodyOfEdge = async () => (await fetchRaw(varnishOfEdge, '/page')).body.toString();
    await expect.poll(bodyOfEdge, { timeout: 15_000 }).toBe('new');
  });
});
