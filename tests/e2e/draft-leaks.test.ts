import { beforeAll, expect, it } from 'vitest';
import { site } from '#tests/helpers/browser.ts';
import { COLLECTIONS_WITH_DRAFTS, DRAFT_MARKER } from '#tests/helpers/draft-constants.ts';
import { restAs } from '#tests/helpers/rest-as-role.ts';
import type { FindResult, SaveResult } from '#tests/helpers/rest-result-types.ts';
import { FORM_PAGES, listCacheablePages } from '#tests/helpers/site-paths.ts';

const pages = await listCacheablePages();
const draftIds: Record<string, string> = {};

beforeAll(async () => {
  for (const collection of COLLECTIONS_WITH_DRAFTS) {
    const { docs } = await restAs<FindResult>('editor', 'GET', `/${collection}?limit=1&depth=0`);
    const { id, createdAt: _, updatedAt: __, publishedAt: ___, ...data } = { ...docs[0] };
    const title = collection === 'calls-to-action' ? 'heading' : 'title';
    const summary = collection === 'calls-to-action' ? 'text' : 'summary';
    const change = { [title]: `Title ${DRAFT_MARKER}`, [summary]: `Summary ${DRAFT_MARKER}` };
    await restAs('editor', 'PATCH', `/${collection}/${id}?draft=true`, {
      ...change,
      slug: `${DRAFT_MARKER}-b`,
    });
    const fresh = { ...data, ...change, slug: `${DRAFT_MARKER}-a`, _status: 'draft' };
    const { doc } = await restAs<SaveResult>('editor', 'POST', `/${collection}?draft=true`, fresh);
    draftIds[collection] = doc.id;
  }
});

const fetchPage = async (path: string): Promise<[status: number, text: string]> => {
  const response = await fetch(`${site.url}${path}`);
  return [response.status, await response.text()];
};

it.each([...pages, ...FORM_PAGES])('shows no draft on %s', async (path) => {
  const [status, html] = await fetchPage(path);
  expect(status).toBe(200);
  expect(html.toLowerCase()).not.toContain(DRAFT_MARKER);
});

it.each(['/sitemap.xml', '/feed.xml', '/llms.txt', '/robots.txt'])(
  'has no draft in %s',
  async (path) => {
    const [, text] = await fetchPage(path);
    expect(text.toLowerCase()).not.toContain(DRAFT_MARKER);
  },
);

it('does not find a draft by search', async () => {
  const [status, html] = await fetchPage(`/search?q=${DRAFT_MARKER}`);
  expect(status).toBe(200);
  expect(html).not.toContain(`Title ${DRAFT_MARKER}`);
  expect(html).not.toContain(`${DRAFT_MARKER}-`);
});

it('answers 404 at the path of a draft', async () => {
  for (const folder of ['/articles', '', '/stages', '/requests']) {
    for (const letter of ['a', 'b']) {
      const [status, html] = await fetchPage(`${folder}/${DRAFT_MARKER}-${letter}`);
      expect(status).toBe(404);
      expect(html).not.toContain(`Title ${DRAFT_MARKER}`);
    }
  }
});

it('answers 404 to an anonymous request for a preview', async () => {
  for (const collection of ['articles', 'pages']) {
    const [status, html] = await fetchPage(`/preview/${collection}/${draftIds[collection]}`);
    expect(status).toBe(404);
    expect(html).not.toContain(DRAFT_MARKER);
  }
});
