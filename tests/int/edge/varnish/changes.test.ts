import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Db, MongoClient, ObjectId } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { env } from '#platform/environment/env.ts';
import { inRoot } from '#platform/process/root.ts';
import { ask, edgeBefore, how } from '#tests/helpers/edge.ts';
import { type Origin, openOrigin, shared } from '#tests/helpers/origin.ts';
import { hasVarnish, type Varnish, varnishBefore } from '#tests/helpers/varnish.ts';

const HIT = 'varnish; hit';

const isThere = await hasVarnish();

describe.skipIf(!isThere)('Varnish that npm run purge tells of changes', () => {
  let origin: Origin;
  let varnish: Varnish;

  beforeEach(async () => {
    origin = await openOrigin();
    varnish = await varnishBefore(origin);
    return () => varnish.stop();
  });

  const bodyAt = async (address: string) => (await ask(varnish, address)).body.toString();

  let client: MongoClient;
  let database: Db;

  beforeAll(async () => {
    client = await MongoClient.connect(env.DATABASE_URI ?? '');
    database = client.db();
  });
  afterAll(() => client.close());

  /** The program, when it has purged all that was kept before it. */
  async function listening({ url }: Pick<Varnish, 'url'>): Promise<void> {
    const child = spawn(process.execPath, [inRoot('src/server/purge/run.ts'), '--to', url], {
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

  it('shows the next visitor what has been written', async () => {
    const _id = new ObjectId();
    const tags = `articles:${_id},articles:${_id}:self,articles`;
    const articles = database.collection('articles');
    await articles.insertOne({ _id, _status: 'published', title: 'old' });
    origin.say('/page', shared('old', tags));
    await listening(varnish);
    await expect.poll(async () => how(await ask(varnish, '/page'))).toBe(HIT);
    origin.say('/page', shared('new', tags));
    await articles.updateOne({ _id }, { $set: { title: 'new' } });
    await expect.poll(() => bodyAt('/page')).toBe('new');
    await articles.updateOne({ _id }, { $set: { _status: 'draft' } });
    await origin.leave();
    await expect.poll(async () => (await ask(varnish, '/page')).status).toBe(503);
  });

  it('shows for seconds at most what was being made when it changed', async () => {
    const _id = new ObjectId();
    const articles = database.collection('articles');
    await articles.insertOne({ _id, _status: 'published' });
    await listening(varnish);
    const { promise, resolve } = Promise.withResolvers<void>();
    origin.say('/page', { ...shared('old', `articles:${_id}`), after: promise });
    const asking = bodyAt('/page');
    await expect.poll(() => origin.times('/page')).toBe(1);
    origin.say('/other', shared('old', `articles:${_id}`));
    await bodyAt('/other');
    for (const address of ['/page', '/other']) origin.say(address, shared('new'));
    await articles.updateOne({ _id }, { $set: { title: 'new' } });
    await expect.poll(() => bodyAt('/other')).toBe('new');
    resolve();
    expect(await asking).toBe('old');
    await expect.poll(() => bodyAt('/page'), { timeout: 15_000 }).toBe('new');
  });

  it('keeps and purges the same before an edge', async () => {
    const _id = new ObjectId();
    const tags = `articles:${_id},articles:${_id}:self,articles`;
    const articles = database.collection('articles');
    await articles.insertOne({ _id, _status: 'published' });
    const edge = await edgeBefore(origin);
    const before = await varnishBefore(edge);
    onTestFinished(before.stop);
    await listening(before);
    origin.say('/page', shared('old', tags));
    await expect
      .poll(async () => how(await ask(before, '/page')))
      .toMatch(/^throughcare; .*, varnish; hit$/);
    origin.say('/page', shared('new', tags));
    await articles.updateOne({ _id }, { $set: { title: 'new' } });
    // Varnish can hear of it before the edge does; then it is told once more.
    const bodyBefore = async () => (await ask(before, '/page')).body.toString();
    await expect.poll(bodyBefore, { timeout: 15_000 }).toBe('new');
  });
});
