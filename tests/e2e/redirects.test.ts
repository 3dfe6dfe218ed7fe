import { expect, it } from 'vitest';
import { newPage, site } from '#tests/helpers/browser.ts';
import { EXPLAINER } from '#tests/helpers/page-paths.ts';
import { restAs } from '#tests/helpers/rest-as-role.ts';
import type { SaveResult } from '#tests/helpers/rest-result-types.ts';
import { AS_SURROGATE } from '#tests/helpers/site-paths.ts';

const fetchPath = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${site.url}${path}`, { redirect: 'manual', ...init });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

const expectRedirect = async (from: string, to: string) => {
  const { status, headers } = await fetchPath(from);
  expect([status, headers.get('Location')]).toEqual([308, to]);
};

it('redirects a short address with a cacheable response', async () => {
  const { status, headers, text } = await fetchPath('/iop', AS_SURROGATE);
  expect([status, headers.get('Location')]).toEqual([308, EXPLAINER]);
  expect(headers.get('Cache-Control')).toBe('public, max-age=0, s-maxage=60, stale-if-error=86400');
  expect(headers.get('Cache-Tag')?.split(',')).toEqual(
    expect.arrayContaining(['redirects', expect.stringMatching(/^redirects:\w{24}$/)]),
  );
  expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(headers.get('Set-Cookie')).toBeNull();
  expect(text.length).toBeLessThan(200);
  expect((await fetchPath('/iop', { method: 'HEAD' })).status).toBe(308);
});

it('leads a browser to the target', async () => {
  const page = await newPage();
  await page.goto('/iop');
  expect(new URL(page.url()).pathname).toBe(EXPLAINER);
});

it('adds, changes and removes a redirect at once', async () => {
  const { status } = await fetchPath('/leaflet');
  expect(status).toBe(404);
  const to = { type: 'address', address: '/iop' };
  const { doc } = await restAs<SaveResult>('editor', 'POST', '/redirects', {
    from: '/leaflet',
    to,
  });
  await expectRedirect('/leaflet', EXPLAINER);
  await restAs('editor', 'PATCH', `/redirects/${doc.id}`, { to: { ...to, address: '/stages' } });
  await expectRedirect('/leaflet', '/stages');
  await restAs('admin', 'DELETE', `/redirects/${doc.id}`);
  expect((await fetchPath('/leaflet')).status).toBe(404);
});

it('redirects the old address of a topic to its new one', async () => {
  const data = { title: 'Moving topic', summary: 'What it is about.' };
  const { doc } = await restAs<SaveResult>('editor', 'POST', '/topics', data);
  expect((await fetchPath('/topics/moving-topic')).status).toBe(200);
  await restAs('editor', 'PATCH', `/topics/${doc.id}`, { slug: 'moved-topic' });
  await expectRedirect('/topics/moving-topic', '/topics/moved-topic');
  expect((await fetchPath('/topics/moved-topic')).status).toBe(200);
  await restAs('admin', 'DELETE', `/topics/${doc.id}`);
  for (const slug of ['moving-topic', 'moved-topic']) {
    expect((await fetchPath(`/topics/${slug}`)).status).toBe(404);
  }
  // Other tests fetch every path in the site index.
  await restAs('admin', 'DELETE', '/redirects?where[from][equals]=/topics/moving-topic');
});
