import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { signIn } from '#tests/helpers/admin-pages.ts';
import {
  bodyEditor,
  createArticle,
  insertBlock,
  openLivePreview,
  typeParagraph,
} from '#tests/helpers/article-editor.ts';
import { DESKTOP, newPage, site } from '#tests/helpers/browser.ts';

const COLLECTIONS = ['articles', 'pages', 'media', 'form-submissions', 'consent-texts', 'users'];

/** Rules of axe that Payload's own lists violate. */
const PAYLOAD_LISTS = [
  'color-contrast',
  'label',
  'label-title-only',
  'landmark-no-duplicate-banner',
  'landmark-one-main',
  'landmark-unique',
  'region',
];
/** Rules of axe that Payload's own forms violate. */
const PAYLOAD_FORMS = ['aria-hidden-focus', 'color-contrast', 'heading-order', 'label', 'region'];

/** The rules that each view may violate. */
const KNOWN_VIOLATIONS: Record<string, readonly string[]> = {
  'sign in': ['landmark-one-main', 'page-has-heading-one', 'region'],
  dashboard: ['landmark-one-main', 'region'],
  articles: PAYLOAD_LISTS,
  pages: PAYLOAD_LISTS,
  media: [...PAYLOAD_LISTS, 'image-redundant-alt'],
  'form-submissions': [...PAYLOAD_LISTS, 'button-name'],
  'consent-texts': PAYLOAD_LISTS,
  users: PAYLOAD_LISTS,
  account: [...PAYLOAD_FORMS, 'button-name', 'nested-interactive'],
  site: [...PAYLOAD_FORMS, 'button-name', 'list'],
};

/** Expects that axe finds nothing in a view that Payload's own markup does not already violate. */
async function expectNoNewViolations(page: Page, view: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`);
  const known = KNOWN_VIOLATIONS[view] ?? [];
  expect(found.filter((violation) => !known.includes(violation.split(':')[0] ?? ''))).toEqual([]);
}

// `newPage` fails the test on errors, policy violations, and requests to other origins.
it('runs every admin view under its content security policy, without requests to other origins', async () => {
  const page = await newPage(DESKTOP);
  await page.goto('/admin/login', { waitUntil: 'networkidle' });
  await expectNoNewViolations(page, 'sign in');
  await signIn(page, 'admin@example.org', site.password);
  await page.waitForLoadState('networkidle');
  await expectNoNewViolations(page, 'dashboard');
  for (const list of COLLECTIONS) {
    await page.goto(`/admin/collections/${list}`, { waitUntil: 'networkidle' });
    await page.locator('.collection-list').waitFor();
    await expectNoNewViolations(page, list);
  }
  await page.goto('/admin/account', { waitUntil: 'networkidle' });
  await expectNoNewViolations(page, 'account');
  await page.goto('/admin/globals/site', { waitUntil: 'networkidle' });
  await expectNoNewViolations(page, 'site');
});

it('runs the article editor, its slash menu, blocks and preview under the policy', async () => {
  const page = await newPage(DESKTOP);
  await signIn(page, 'editor@example.org', site.password);
  await createArticle(page, 'An article under the policy');
  await typeParagraph(page, 'Typed under the policy.');
  await bodyEditor(page).getByText('Typed under the policy.').waitFor();
  await insertBlock(page, 'Callout', 'callout');
  const preview = await openLivePreview(page);
  await preview.locator('h1').waitFor();
  // The admin remembers for this person whether the preview is open.
  await Promise.all([
    page.waitForResponse(/\/payload-preferences\//),
    page.locator('#live-preview-toggler').click(),
  ]);
});

it('sends each admin page with a policy, a fresh nonce and no-store', async () => {
  const nonces = new Set<string | undefined>();
  for (const path of ['/admin/login', '/admin/login', '/admin/nowhere']) {
    const response = await fetch(`${site.url}${path}`);
    const html = await response.text();
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    nonces.add(nonce);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g))
      expect(tag).toContain(`nonce="${nonce}"`);
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  }
  expect(nonces.size).toBe(3);
});

it.each(['/', '/api/articles', '/healthz', '/feed.xml', '/nowhere', '/assets/nothing.js'])(
  'sends the security headers once with %s',
  async (path) => {
    const { headers } = await fetch(`${site.url}${path}`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('critical-ch')).toBeNull();
  },
);

it('hides the session from scripts, and rejects it from another site', async () => {
  const response = await fetch(`${site.url}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'writer@example.org', password: site.password }),
  });
  const cookie = response.headers.get('set-cookie') ?? '';
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

it('shows in the sign-in form that there were too many attempts', async () => {
  const page = await newPage(DESKTOP);
  // Browser tests raise the limits; tests/int/sign-in checks the real response.
  const message = 'Too many tries. Wait 15 minutes, then try again.';
  const json = { errors: [{ name: 'TooManyAttempts', message, data: null }] };
  await page.route('**/api/users/login*', (route) => route.fulfill({ status: 429, json }));
  await page.goto('/admin/login', { waitUntil: 'networkidle' });
  await page.locator('#field-email').fill('stopped@example.org');
  await page.locator('#field-password').fill('a wrong password');
  await page.locator('form.login__form button[type="submit"]').click();
  await page.getByText(message).waitFor();
});
