import { beforeEach, describe, expect, it } from 'vitest';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { escapeXml } from '#domain/xml.ts';
import { cacheStatus, fetchRaw } from '#tests/helpers/edge.ts';
import {
  SHARED_CACHE_CONTROL,
  type StubOrigin,
  sharedPage,
  startOrigin,
} from '#tests/helpers/stub-origin.ts';
import { hasVarnish, sendPurge, startVarnish, type Varnish } from '#tests/helpers/varnish.ts';

const TEXT = 'Recovery takes time, and help. '.repeat(100);
const STALE_IF_ERROR = 'varnish; hit; detail="the site is away, this was kept"';

const isInstalled = await hasVarnish();

describe.skipIf(!isInstalled)('Varnish in front of an unavailable site', () => {
  let origin: StubOrigin;
  let varnish: Varnish;

  beforeEach(async () => {
    origin = await startOrigin();
    varnish = await startVarnish(origin);
    origin.respond('/page', sharedPage(TEXT));
    return () => varnish.stop();
  });

  const bodyAt = async (target: string) => (await fetchRaw(varnish, target)).body.toString();

  const failures: [string, () => Promise<void>][] = [
    ['it does not listen', () => origin.stop()],
    [
      'it responds with 503',
      async () => {
        for (const target of ['/page', '/other', '/never']) {
          origin.respond(target, { status: 503, body: 'its own words' });
        }
      },
    ],
  ];

  it.each(failures)('serves stale pages, but none that is gone, if %s', async (_, fail) => {
    origin.respond('/other', sharedPage('other', 'articles:2,articles:1'));
    await Promise.all([fetchRaw(varnish, '/page'), fetchRaw(varnish, '/other')]);
    await sendPurge(varnish, { 'Cache-Tag': 'articles:1', 'Cache-Tag-Gone': 'articles:1:self' });
    await fail();
    for (let n = 0; n < 3; n += 1) {
      const other = await fetchRaw(varnish, '/other');
      expect([other.status, other.body.toString(), cacheStatus(other)]).toEqual([
        200,
        'other',
        STALE_IF_ERROR,
      ]);
      const page = await fetchRaw(varnish, '/page');
      expect([page.status, page.body.toString().includes(TEXT)]).toEqual([503, false]);
    }
  });

  it('serves no purged page with must-revalidate', async () => {
    const { headers, ...page } = sharedPage(TEXT);
    const cacheControl = `${SHARED_CACHE_CONTROL}, must-revalidate`;
    origin.respond('/page', { ...page, headers: { ...headers, 'Cache-Control': cacheControl } });
    await fetchRaw(varnish, '/page');
    await sendPurge(varnish, { 'Cache-Tag': 'articles:1' });
    await origin.stop();
    expect((await fetchRaw(varnish, '/page')).status).toBe(503);
  });

  it('stops asking the site for a moment, and serves the new page once it is back', async () => {
    await fetchRaw(varnish, '/page');
    await sendPurge(varnish, { 'Cache-Tag': 'articles:1' });
    await origin.stop();
    expect(cacheStatus(await fetchRaw(varnish, '/page'))).toBe(STALE_IF_ERROR);
    origin.respond('/page', sharedPage('new'));
    await origin.restart();
    await expect.poll(() => bodyAt('/page'), { timeout: 10_000 }).toBe('new');
  });

  it('serves stale pages to all who wait once the site is found to hang', async () => {
    await fetchRaw(varnish, '/page');
    await sendPurge(varnish, { 'Cache-Tag': 'articles:1' });
    const { promise, resolve } = Promise.withResolvers<void>();
    origin.respond('/page', { ...sharedPage('late'), after: promise });
    const responses = await Promise.all(
      Array.from({ length: 10 }, () => fetchRaw(varnish, '/page')),
    );
    expect(responses.map(cacheStatus)).toEqual(Array(10).fill(STALE_IF_ERROR));
    expect(origin.countRequests('/page')).toBe(2);
    resolve();
  });

  it('forwards the site’s own 503 for a page that is not cached', async () => {
    origin.respond('/never', { status: 503, body: 'its own words' });
    const response = await fetchRaw(varnish, '/never');
    expect([response.status, response.body.toString()]).toEqual([503, 'its own words']);
  });

  it('serves a page of its own with the crisis lines', async () => {
    await origin.stop();
    const get = await fetchRaw(varnish, '/never');
    const post = await fetchRaw(varnish, '/requests/call', { method: 'POST', body: 'name=Ada' });
    for (const { status, headers, body } of [get, post]) {
      expect(status).toBe(503);
      expect(headers).toMatchObject({
        'cache-control': 'private, no-store',
        'content-type': 'text/html; charset=utf-8',
        'retry-after': '30',
      });
      for (const { when, name, number, tel } of CRISIS_LINES) {
        const line = `${escapeXml(when)}: <a href="tel:${tel}">${escapeXml(`${name}, ${number}`)}</a>`;
        expect(body.toString()).toContain(line);
      }
    }
    expect(post.body.toString()).toContain('Go back');
  });
});
