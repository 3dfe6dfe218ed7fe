import { expect, it } from 'vitest';
import { site } from '#tests/helpers/browser.ts';
import { FORM_PAGES, listCacheablePages } from '#tests/helpers/site-paths.ts';
import {
  documentOf,
  findInvisibleValues,
  findVocabularyErrors,
  parseJsonLd,
} from '#tests/helpers/structured-data.ts';
import { visibleJsonLd } from '#tests/helpers/visible-json-ld.ts';

const shared = await listCacheablePages();
/** Pages with `noindex` have no JSON-LD. */
const indexed = shared.filter((path) => !path.startsWith('/search'));
const paths = [...shared, ...FORM_PAGES];
const pages = new Map<string, string>();
for (const path of paths) pages.set(path, await (await fetch(`${site.url}${path}`)).text());

const graphs = [...pages.values()].flatMap((html) => parseJsonLd(html) ?? []);

it.each(paths)('%s has no invisible data in its JSON-LD', (path) => {
  expect(findInvisibleValues(pages.get(path) ?? '')).toEqual([]);
});

it.each(indexed)('%s has exactly the visible data in its JSON-LD', (path) => {
  const html = pages.get(path) ?? '';
  expect(parseJsonLd(html)?.['@graph'] ?? []).toEqual(visibleJsonLd(documentOf(html)));
});

it('the home page, articles, people and pages with breadcrumbs have JSON-LD', () => {
  const types = graphs.flatMap((graph) =>
    graph['@graph'].map((thing) => (thing as { '@type': string })['@type']),
  );
  expect([...new Set(types)].sort()).toEqual([
    'BreadcrumbList',
    'MedicalWebPage',
    'Organization',
    'ProfilePage',
    'WebSite',
  ]);
});

it('uses the vocabulary of schema.org', async () => {
  expect(await findVocabularyErrors(graphs)).toEqual([]);
});

it('names no reviewer', () => {
  expect(JSON.stringify(graphs)).not.toMatch(/reviewedBy|lastReviewed/);
});
