import { expect, it } from 'vitest';
import { createReader } from '#data/reader.ts';
import { loadStagePage } from '#data/stage-views.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';

const { createDocument } = await documentFactory();

it.each(['articles', 'pages', 'people', 'topics'] as const)(
  'tags the page of one of the %s with its document',
  async (collection) => {
    const { id, slug } = await createDocument(collection, 'The one', { published: true });
    const reader = createReader('en');
    await reader.findBySlug(collection, String(slug));
    expect([...reader.tags]).toEqual([`${collection}:${id}`, `${collection}:${id}:self`]);
  },
);

it('tags the page of a stage as the page of that stage only', async () => {
  const { id, slug } = await createDocument('treatment-stages', 'The one', { published: true });
  await createDocument('treatment-stages', 'Another one', { published: true });
  const reader = createReader('en');
  await loadStagePage(reader, String(slug), []);
  expect([...reader.tags].filter((tag) => tag.endsWith(':self'))).toEqual([
    `treatment-stages:${id}:self`,
  ]);
});

it('tags a missing page with its collection only', async () => {
  const reader = createReader('en');
  await reader.findBySlug('articles', 'nothing');
  expect([...reader.tags]).toEqual(['articles']);
});
