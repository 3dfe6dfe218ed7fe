import { expect, it } from 'vitest';
import { AS_CACHE, EXPLAINER } from '#tests/helpers/addresses.ts';
import type { Saved } from '#tests/helpers/answers.ts';
import { newVisitor, site } from '#tests/helpers/browser.ts';
import { as } from '#tests/helpers/colleague.ts';

const ask = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${site.url}${path}`, { redirect: 'manual', ...init });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

const expectToLead = async (from: string, to: string) => {
  const { status, headers } = await ask(from);
  expect([status, headers.get('Location')]).toEqual([308, to]);
};

it('a short address leads on, by an answer that any cache can keep', async () => {
  const { status, headers, text } = await ask('/iop', AS_CACHE);
  expect([status, headers.get('Location')]).toEqual([308, EXPLAINER]);
  expect(headers.get('Cache-Control')).toBe('public, max-age=0, s-maxage=60, stale-if-error=86400');
  expect(headers.get('Cache-Tag')?.split(',')).toEqual(
    expect.arrayContaining(['redirects', expect.stringMatching(/^redirects:\w{24}$/)]),
  );
  expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(headers.get('Set-Cookie')).toBeNull();
  expect(text.length).toBeLessThan(200);
  expect((await ask('/iop', { method: 'HEAD' })).status).toBe(308);
});

it('a visitor who follows it arrives', async () => {
  const page = await newVisitor();
  await page.goto('/iop');
  expect(new URL(page.url()).pathname).toBe(EXPLAINER);
});

it('an address that was missing leads on as soon as an editor says so, and no longer than that', async () => {
  const { status } = await ask('/leaflet');
  expect(status).toBe(404);
  const to = { type: 'address', address: '/iop' };
  const { doc } = await as<Saved>('editor', 'POST', '/redirects', { from: '/leaflet', to });
  await expectToLead('/leaflet', EXPLAINER);
  await as('editor', 'PATCH', `/redirects/${doc.id}`, { to: { ...to, address: '/stages' } });
  await expectToLead('/leaflet', '/stages');
  await as('admin', 'DELETE', `/redirects/${doc.id}`);
  expect((await ask('/leaflet')).status).toBe(404);
});

it('a topic that gets a new address is still found at its old one', async () => {
  const data = { title: 'Moving topic', summary: 'What it is about.' };
  const { doc } = await as<Saved>('editor', 'POST', '/topics', data);
  expect((await ask('/topics/moving-topic')).status).toBe(200);
  await as('editor', 'PATCH', `/topics/${doc.id}`, { slug: 'moved-topic' });
  await expectToLead('/topics/moving-topic', '/topics/moved-topic');
  expect((await ask('/topics/moved-topic')).status).toBe(200);
  await as('admin', 'DELETE', `/topics/${doc.id}`);
  for (const slug of ['moving-topic', 'moved-topic']) {
    expect((await ask(`/topics/${slug}`)).status).toBe(404);
  }
  // Other tests ask for all that the site lists.
  await as('admin', 'DELETE', '/redirects?where[from][equals]=/topics/moving-topic');
});
