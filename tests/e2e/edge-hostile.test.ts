import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, inject, it } from 'vitest';
import { SITE_INDEX_PATH, type SiteIndex } from '#domain/site-index.ts';
import type { Found, Saved } from '#tests/helpers/answers.ts';
import { answersOf, canaries, foundIn } from '#tests/helpers/canary.ts';
import { as, tokenOf } from '#tests/helpers/colleague.ts';
import { ask, type Got, how } from '#tests/helpers/edge.ts';
import { POISON } from '#tests/helpers/hostile/headers.ts';
import { postJson } from '#tests/helpers/post.ts';

const site = inject('site');
const ADMIN = 'admin@example.org';
const UNSEEN = `Unseen ${randomUUID()}`;
const ARTICLE = '/articles/understanding-intensive-outpatient-treatment';
/** Below what is for one person, as a cache that goes by endings would like it. */
const ENDINGS = ['', '/x.css', '/x.js', ';x.css', '%00.css', '%0a.png', '%2f..%2fx.css', '?x.css'];

const persons = canaries();
/** What only some may see: in no answer that is kept, and not on the disk of what is. */
const secrets = [UNSEEN, ADMIN];
const before = new Map<string, unknown>();
let index: SiteIndex;
let cookie: Record<string, string>;
let draft: string;
let receipt: string;

/** All that is the same for everybody of an answer. */
const told = ({ status, headers, body }: Got) => {
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
  expect(foundIn(text, persons), where).toEqual([]);
  for (const secret of secrets) expect(text.includes(secret), `${secret} in ${where}`).toBe(false);
};

/** What is said beside the address that was asked for: whoever has a receipt has it in their address. */
const beside = (address: string, { body }: Got): string =>
  address.includes(receipt) ? body.toString().replaceAll(receipt, '') : body.toString();

beforeAll(async () => {
  const { docs } = await as<Found>('admin', 'GET', '/articles?limit=1&depth=0');
  const { id: _, createdAt: __, updatedAt: ___, publishedAt: ____, ...data } = { ...docs[0] };
  const fresh = { ...data, title: UNSEEN, slug: randomUUID(), _status: 'draft' };
  draft = (await as<Saved>('admin', 'POST', '/articles?draft=true', fresh)).doc.id;
  const posted = await postJson({
    callToAction: 'let-us-help',
    answers: answersOf(persons.filter(({ field }) => !field.startsWith('question'))),
  });
  receipt = (JSON.parse(posted.body) as { receipt: string }).receipt;
  const token = await tokenOf('admin');
  secrets.push(receipt, token);
  // A browser on our own pages says so, or the cookie is not believed.
  cookie = { Cookie: `payload-token=${token}`, 'Sec-Fetch-Site': 'same-origin' };
  index = JSON.parse((await ask(site, SITE_INDEX_PATH)).body.toString());
  for (const address of [...index.shared, ...Object.values(index.stand)]) {
    before.set(address, told(await ask(site, address)));
  }
});

it('shows those who may see it what nobody else must', async () => {
  const seen = await ask(site, `/api/articles/${draft}?draft=true`, { headers: cookie });
  expect(seen.body.toString()).toContain(UNSEEN);
  expect((await ask(site, '/api/users/me', { headers: cookie })).body.toString()).toContain(ADMIN);
  expect((await ask(site, `/requests/received/${receipt}`)).status).toBe(200);
});

it.each(['/', ARTICLE, '/articles?page=1', '/feed.xml', '/nothing-here'])(
  '%s is the same for who is signed in and says anything, also when it is made anew',
  async (address) => {
    const plain = told(await ask(site, address));
    for (const [kind, headers] of POISON) {
      // The first who comes after a change is the one for whom a page is made.
      await as('editor', 'POST', '/globals/header', {});
      const body = headers['Content-Length'] && 'body';
      const got = await ask(site, address, {
        headers: { ...cookie, ...headers },
        ...(body && { body }),
      });
      expect([kind, told(got)]).toEqual([kind, plain]);
      expect([kind, told(await ask(site, address))]).toEqual([kind, plain]);
    }
  },
);

it('keeps nothing of what is for one person, whatever its address ends in', async () => {
  const own = [
    '/admin',
    '/admin/account',
    '/api/users/me',
    `/api/articles/${draft}`,
    `/preview/articles/${draft}`,
    `/requests/received/${receipt}`,
    `/withdraw/${receipt}`,
  ];
  for (const address of own.flatMap((start) => ENDINGS.map((end) => start + end))) {
    const got = await ask(site, address, { headers: cookie });
    if (got.headers['cache-control']?.includes('public')) {
      expect(got.status, address).toBe(404);
      expectNothingPrivate(beside(address, got), address);
    } else {
      expect(how(got), address).toBe('');
    }
    expectNothingPrivate(beside(address, await ask(site, address)), address);
  }
});

it('has nothing of it in what is kept, in memory or on disk, and nothing that was kept is different', async () => {
  for (const [address, plain] of before) {
    const got = await ask(site, address);
    expectNothingPrivate(got.body.toString(), address);
    expect([address, told(got)]).toEqual([address, plain]);
  }
  const folder = path.join(site.dataDir, 'edge');
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const kept = files.filter((file) => file.isFile());
  expect(kept.length).toBeGreaterThan(before.size / 2);
  for (const { parentPath, name } of kept) {
    expectNothingPrivate(await readFile(path.join(parentPath, name), 'latin1'), name);
  }
});
