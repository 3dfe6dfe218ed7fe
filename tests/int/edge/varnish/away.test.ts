import { beforeEach, describe, expect, it } from 'vitest';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { escapeXml } from '#domain/xml.ts';
import { ask, how } from '#tests/helpers/edge.ts';
import { type Origin, openOrigin, shared } from '#tests/helpers/origin.ts';
import { hasVarnish, purge, type Varnish, varnishBefore } from '#tests/helpers/varnish.ts';

const WORDS = 'Recovery takes time, and help. '.repeat(100);
const STAND_IN = 'varnish; hit; detail="the site is away, this was kept"';

const isThere = await hasVarnish();

describe.skipIf(!isThere)('Varnish before a site that is away', () => {
  let origin: Origin;
  let varnish: Varnish;

  beforeEach(async () => {
    origin = await openOrigin();
    varnish = await varnishBefore(origin);
    origin.say('/page', shared(WORDS));
    return () => varnish.stop();
  });

  const bodyAt = async (address: string) => (await ask(varnish, address)).body.toString();

  const away: [string, () => Promise<void>][] = [
    ['nobody listens', () => origin.leave()],
    [
      'it says that it cannot',
      async () => {
        for (const address of ['/page', '/other', '/never']) {
          origin.say(address, { status: 503, body: 'its own words' });
        }
      },
    ],
  ];

  it.each(away)(
    'shows what was kept, also what is stale, never what is gone: %s',
    async (_, go) => {
      origin.say('/other', shared('other', 'articles:2,articles:1'));
      await Promise.all([ask(varnish, '/page'), ask(varnish, '/other')]);
      await purge(varnish, { 'Cache-Tag': 'articles:1', 'Cache-Tag-Gone': 'articles:1:self' });
      await go();
      for (let n = 0; n < 3; n += 1) {
        const other = await ask(varnish, '/other');
        expect([other.status, other.body.toString(), how(other)]).toEqual([200, 'other', STAND_IN]);
        const page = await ask(varnish, '/page');
        expect([page.status, page.body.toString().includes(WORDS)]).toEqual([503, false]);
      }
    },
  );

  it('leaves it alone for a moment, and shows the new page when it is back', async () => {
    await ask(varnish, '/page');
    await purge(varnish, { 'Cache-Tag': 'articles:1' });
    await origin.leave();
    expect(how(await ask(varnish, '/page'))).toBe(STAND_IN);
    origin.say('/page', shared('new'));
    await origin.comeBack();
    await expect.poll(() => bodyAt('/page'), { timeout: 10_000 }).toBe('new');
  });

  it('lets nobody wait in line for a site that hangs', async () => {
    await ask(varnish, '/page');
    await purge(varnish, { 'Cache-Tag': 'articles:1' });
    const { promise, resolve } = Promise.withResolvers<void>();
    origin.say('/page', { ...shared('late'), after: promise });
    const got = await Promise.all(Array.from({ length: 10 }, () => ask(varnish, '/page')));
    expect(got.map(how)).toEqual(Array(10).fill(STAND_IN));
    expect(origin.times('/page')).toBe(2);
    resolve();
  });

  it('passes on what the site says itself of what is not kept', async () => {
    origin.say('/never', { status: 503, body: 'its own words' });
    const got = await ask(varnish, '/never');
    expect([got.status, got.body.toString()]).toEqual([503, 'its own words']);
  });

  it('has plain words and the phone lines', async () => {
    await origin.leave();
    const asked = await ask(varnish, '/never');
    const posted = await ask(varnish, '/requests/call', { method: 'POST', body: 'name=Ada' });
    for (const { status, headers, body } of [asked, posted]) {
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
    expect(posted.body.toString()).toContain('Go back');
  });
});
