import { beforeAll, expect, it } from 'vitest';
import { FORM_PAGES, sharedPages } from '#tests/helpers/addresses.ts';
import type { Found, Saved } from '#tests/helpers/answers.ts';
import { site } from '#tests/helpers/browser.ts';
import { as } from '#tests/helpers/colleague.ts';
import { DRAFTED, UNSEEN } from '#tests/helpers/drafted.ts';

const pages = await sharedPages();
const ids: Record<string, string> = {};

beforeAll(async () => {
  for (const collection of DRAFTED) {
    const { docs } = await as<Found>('editor', 'GET', `/${collection}?limit=1&depth=0`);
    const { id, createdAt: _, updatedAt: __, publishedAt: ___, ...data } = { ...docs[0] };
    const title = collection === 'calls-to-action' ? 'heading' : 'title';
    const summary = collection === 'calls-to-action' ? 'text' : 'summary';
    const change = { [title]: `Title ${UNSEEN}`, [summary]: `Summary ${UNSEEN}` };
    await as('editor', 'PATCH', `/${collection}/${id}?draft=true`, {
      ...change,
      slug: `${UNSEEN}-b`,
    });
    const fresh = { ...data, ...change, slug: `${UNSEEN}-a`, _status: 'draft' };
    const { doc } = await as<Saved>('editor', 'POST', `/${collection}?draft=true`, fresh);
    ids[collection] = doc.id;
  }
});

const read = async (path: string): Promise<[status: number, text: string]> => {
  const answer = await fetch(`${site.url}${path}`);
  return [answer.status, await answer.text()];
};

it.each([...pages, ...FORM_PAGES])('no draft is on %s', async (path) => {
  const [status, html] = await read(path);
  expect(status).toBe(200);
  expect(html.toLowerCase()).not.toContain(UNSEEN);
});

it.each(['/sitemap.xml', '/feed.xml', '/llms.txt', '/robots.txt'])('nor in %s', async (path) => {
  const [, text] = await read(path);
  expect(text.toLowerCase()).not.toContain(UNSEEN);
});

it('search does not find it', async () => {
  const [status, html] = await read(`/search?q=${UNSEEN}`);
  expect(status).toBe(200);
  expect(html).not.toContain(`Title ${UNSEEN}`);
  expect(html).not.toContain(`${UNSEEN}-`);
});

it('its address is not there', async () => {
  for (const folder of ['/articles', '', '/stages', '/requests']) {
    for (const letter of ['a', 'b']) {
      const [status, html] = await read(`${folder}/${UNSEEN}-${letter}`);
      expect(status).toBe(404);
      expect(html).not.toContain(`Title ${UNSEEN}`);
    }
  }
});

it('its preview is for those who are signed in', async () => {
  for (const collection of ['articles', 'pages']) {
    const [status, html] = await read(`/preview/${collection}/${ids[collection]}`);
    expect(status).toBe(404);
    expect(html).not.toContain(UNSEEN);
  }
});
