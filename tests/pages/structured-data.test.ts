import { expect, it } from 'vitest';
import { FORM_PAGES, sharedPages } from '#tests/helpers/addresses.ts';
import { site } from '#tests/helpers/browser.ts';
import { shownGraph } from '#tests/helpers/shown-graph.ts';
import {
  againstVocabulary,
  documentOf,
  structuredDataIn,
  unshown,
} from '#tests/helpers/structured-data.ts';

const shared = await sharedPages();
/** What search engines are to leave out says nothing to them. */
const published = shared.filter((path) => !path.startsWith('/search'));
const paths = [...shared, ...FORM_PAGES];
const pages = new Map<string, string>();
for (const path of paths) pages.set(path, await (await fetch(`${site.url}${path}`)).text());

const graphs = [...pages.values()].flatMap((html) => structuredDataIn(html) ?? []);

it.each(paths)('%s says nothing to programs that it does not show', (path) => {
  expect(unshown(pages.get(path) ?? '')).toEqual([]);
});

it.each(published)('%s tells programs exactly what it shows', (path) => {
  const html = pages.get(path) ?? '';
  expect(structuredDataIn(html)?.['@graph'] ?? []).toEqual(shownGraph(documentOf(html)));
});

it('the home page, articles, people, and what stands below something say what they are', () => {
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

it('all of it is in the words of schema.org', async () => {
  expect(await againstVocabulary(graphs)).toEqual([]);
});

it('nobody is said to have reviewed anything', () => {
  expect(JSON.stringify(graphs)).not.toMatch(/reviewedBy|lastReviewed/);
});
