import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, inject, it } from 'vitest';
import { SITE_INDEX_PATH, type SiteIndex } from '#domain/site-index.ts';
import { canaryAnswers, createCanaries, findLeaks } from '#tests/helpers/canary.ts';
import { cacheStatus, fetchRaw, type HttpResponse } from '#tests/helpers/edge.ts';
import { CACHE_POISONING_HEADERS } from '#tests/helpers/hostile/headers.ts';
import { postJson } from '#tests/helpers/post-submission.ts';
import { restAs, sessionToken } from '#tests/helpers/rest-as-role.ts';
import type { FindResult, SaveResult } from '#tests/helpers/rest-result-types.ts';

const site = inject('site');
const ADMIN_EMAIL = 'admin@example.org';
const DRAFT_TITLE = `Unseen ${randomUUID()}`;
const ARTICLE = '/articles/understanding-intensive-outpatient-treatment';
/** Suffixes of private paths that a cache which goes by file extensions would cache (web cache deception). */
const PATH_SUFFIXES = [
  '',
  '/x.css',
  '/x.js',
  ';x.css',
  '%00.css',
  '%0a.png',
  '%2f..%2fx.css',
  '?x.css',
];

const canaries = createCanaries();
/** Private texts: never in a cached response, in memory or on disk. */
const secrets = [DRAFT_TITLE, ADMIN_EMAIL];
const baseline = new Map<string, unknown>();
let index: SiteIndex;
let cookie: Record<string, string>;
let draftId: string;
let receipt: string;

/** Returns the parts of a response that must be the same for every client. */
const pickSharedParts = ({ status, headers, body }: HttpResponse) => {
  const { 'content-type': type, 'cache-control': control, location, etag, vary } = headers;
  const policy = headers['content-security-policy'];
  const cookies = headers['set-cookie'];
  return {
    status,
    type,
    control,
    location,
    etag,
    vary,
    policy,
    cookies,
    body: body.toString('latin1'),
  };
};

const expectNothingPrivate = (text: string, where: string) => {
  expect(findLeaks(text, canaries), where).toEqual([]);
  for (const secret of secrets) expect(text.includes(secret), `${secret} in ${where}`).toBe(false);
};

/** Returns the body without the receipt, if the receipt is in the requested path and may be repeated. */
const bodyWithoutReceipt = (target: string, { body }: HttpResponse): string =>
  target.includes(receipt) ? body.toString().replaceAll(receipt, '') : body.toString();

beforeAll(async () => {
  const { docs } = await restAs<FindResult>('admin', 'GET', '/articles?limit=1&depth=0');
  const { id: _, createdAt: __, updatedAt: ___, publishedAt: ____, ...data } = { ...docs[0] };
  const newDraft = { ...data, title: DRAFT_TITLE, slug: randomUUID(), _status: 'draft' };
  draftId = (await restAs<SaveResult>('admin', 'POST', '/articles?draft=true', newDraft)).doc.id;
  const submission = await postJson({
    callToAction: 'let-us-help',
    answers: canaryAnswers(
      canaries.filter(({ field }) => !field.startsWith('question')),
      'let-us-help',
    ),
  });
  receipt = (JSON.parse(submission.body) as { receipt: string }).receipt;
  const token = await sessionToken('admin');
  secrets.push(receipt, token);
  // Payload ignores the cookie unless the browser reports a same-origin request.
  cookie = { Cookie: `payload-token=${token}`, 'Sec-Fetch-Site': 'same-origin' };
  index = JSON.parse((await fetchRaw(site, SITE_INDEX_PATH)).body.toString());
  for (const target of [...index.shared, ...Object.values(index.stand)]) {
    baseline.set(target, pickSharedParts(await fetchRaw(site, target)));
  }
});

it('shows private content to those who may see it', async () => {
  const preview = await fetchRaw(site, `/api/articles/${draftId}?draft=true`, { headers: cookie });
  expect(preview.body.toString()).toContain(DRAFT_TITLE);
  expect((await fetchRaw(site, '/api/users/me', { headers: cookie })).body.toString()).toContain(
    ADMIN_EMAIL,
  );
  expect((await fetchRaw(site, `/requests/received/${receipt}`)).status).toBe(200);
});

it.each(['/', ARTICLE, '/articles?page=1', '/feed.xml', '/nothing-here'])(
  'renders and serves %s alike for every client, whatever its session and headers',
  async (target) => {
    const expected = pickSharedParts(await fetchRaw(site, target));
    for (const [kind, headers] of CACHE_POISONING_HEADERS) {
      // Purges the page, so that the next request renders it.
      await restAs('editor', 'POST', '/globals/header', {});
      const body = headers['Content-Length'] && 'body';
      const response = await fetchRaw(site, target, {
        headers: { ...cookie, ...headers },
        ...(body && { body }),
      });
      expect([kind, pickSharedParts(response)]).toEqual([kind, expected]);
      expect([kind, pickSharedParts(await fetchRaw(site, target))]).toEqual([kind, expected]);
    }
  },
);

it('caches no private response, whatever the end of its path', async () => {
  const privatePaths = [
    '/admin',
    '/admin/account',
    '/api/users/me',
    `/api/articles/${draftId}`,
    `/preview/articles/${draftId}`,
    `/requests/received/${receipt}`,
    `/withdraw/${receipt}`,
  ];
  for (const target of privatePaths.flatMap((start) => PATH_SUFFIXES.map((end) => start + end))) {
    const response = await fetchRaw(site, target, { headers: cookie });
    if (response.headers['cache-control']?.includes('public')) {
      expect(response.status, target).toBe(404);
      expectNothingPrivate(bodyWithoutReceipt(target, response), target);
    } else {
      expect(cacheStatus(response), target).toBe('');
    }
    expectNothingPrivate(bodyWithoutReceipt(target, await fetchRaw(site, target)), target);
  }
});

it('has unchanged responses in its cache, with nothing private in memory or on disk', async () => {
  for (const [target, expected] of baseline) {
    const response = await fetchRaw(site, target);
    expectNothingPrivate(response.body.toString(), target);
    expect([target, pickSharedParts(response)]).toEqual([target, expected]);
  }
  const folder = path.join(site.dataDir, 'edge');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(baseline.size / 2);
  for (const { parentPath, name } of files) {
    expectNothingPrivate(await readFile(path.join(parentPath, name), 'latin1'), name);
  }
});
