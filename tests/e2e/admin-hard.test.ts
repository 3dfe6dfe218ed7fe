import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  body,
  editArticle,
  insertBlock,
  livePreview,
  signIn,
  typeParagraph,
} from '#tests/helpers/admin.ts';
import type { Found } from '#tests/helpers/answers.ts';
import { DESK, newVisitor, site } from '#tests/helpers/browser.ts';
import { as } from '#tests/helpers/colleague.ts';

const LISTS = ['articles', 'pages', 'media', 'form-submissions', 'consent-texts', 'users'];

const findings: Record<string, string[]> = {};

async function look(page: Page, view: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  findings[view] = violations.map(({ id, nodes }) => `${id} ×${nodes.length}`);
}

// Requests to others, errors and what the policy stops are watched for in the helper.
it('all of the admin works under its policy, and asks nobody else for anything', async () => {
  const page = await newVisitor(DESK);
  await page.goto('/admin/login', { waitUntil: 'networkidle' });
  await look(page, 'sign in');
  await signIn(page, 'admin@example.org', site.password);
  await page.waitForLoadState('networkidle');
  await look(page, 'dashboard');
  for (const list of LISTS) {
    await page.goto(`/admin/collections/${list}`, { waitUntil: 'networkidle' });
    await page.locator('.collection-list').waitFor();
    await look(page, list);
  }
  await page.goto('/admin/account', { waitUntil: 'networkidle' });
  await look(page, 'account');
  await page.goto('/admin/globals/site', { waitUntil: 'networkidle' });
  await look(page, 'site');
  console.log('axe in the admin:', findings);
});

it('text, blocks, the slash menu and the preview of an article work under it', async () => {
  const page = await newVisitor(DESK);
  await signIn(page, 'editor@example.org', site.password);
  const { docs } = await as<Found>('editor', 'GET', '/articles?limit=1&depth=0');
  await editArticle(page, docs[0]?.id ?? '');
  await typeParagraph(page, 'Typed under the policy.');
  await body(page).getByText('Typed under the policy.').waitFor();
  await insertBlock(page, 'Callout', 'callout');
  const preview = await livePreview(page);
  await preview.locator('h1').waitFor();
});

it('a page of the admin carries its policy with a nonce of its own, and is kept nowhere', async () => {
  const nonces = new Set<string | undefined>();
  for (const path of ['/admin/login', '/admin/login', '/admin/nowhere']) {
    const answer = await fetch(`${site.url}${path}`);
    const html = await answer.text();
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    nonces.add(nonce);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g))
      expect(tag).toContain(`nonce="${nonce}"`);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  }
  expect(nonces.size).toBe(3);
});

it.each(['/', '/api/articles', '/healthz', '/feed.xml', '/nowhere', '/assets/nothing.js'])(
  'what every answer says is said once by %s',
  async (path) => {
    const { headers } = await fetch(`${site.url}${path}`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('critical-ch')).toBeNull();
  },
);

it('a session cannot be read by scripts, and no other site can use it', async () => {
  const answer = await fetch(`${site.url}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'writer@example.org', password: site.password }),
  });
  const cookie = answer.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^payload-token=/);
  expect(cookie).toContain('HttpOnly');
  expect(cookie).toContain('SameSite=Lax');
  const create = (origin: string) =>
    fetch(`${site.url}/api/topics`, {
      method: 'POST',
      headers: { cookie: cookie.split(';')[0] ?? '', origin, 'Content-Type': 'application/json' },
      body: JSON.stringify({ title: 'Of another site' }),
    });
  expect((await create('https://elsewhere.example')).status).toBe(403);
});

it('who tries too often is told so in the form', async () => {
  const page = await newVisitor(DESK);
  // The limits are lifted for browser tests; tests/int/sign-in has the answer as it is given.
  const words = 'Too many tries. Wait 15 minutes, then try again.';
  const json = { errors: [{ name: 'TooManyTries', message: words, data: null }] };
  await page.route('**/api/users/login*', (route) => route.fulfill({ status: 429, json }));
  await page.goto('/admin/login', { waitUntil: 'networkidle' });
  await page.locator('#field-email').fill('stopped@example.org');
  await page.locator('#field-password').fill('a wrong password');
  await page.locator('form.login__form button[type="submit"]').click();
  await page.getByText(words).waitFor();
});
