import { expect, it } from 'vitest';
import { createReader } from '#data/reader.ts';
import { showStage } from '#data/stage-views.ts';
import { cabinet } from '#tests/helpers/specimens.ts';

const { specimen } = await cabinet();

it.each(['articles', 'pages', 'people', 'topics'] as const)(
  'a page says which of the %s it is of, and goes with',
  async (collection) => {
    const { id, slug } = await specimen(collection, 'The one', { published: true });
    const reader = createReader('en');
    await reader.bySlug(collection, String(slug));
    expect([...reader.tags]).toEqual([`${collection}:${id}`, `${collection}:${id}:self`]);
  },
);

it('the page of a stage is of that stage alone', async () => {
  const { id, slug } = await specimen('treatment-stages', 'The one', { published: true });
  await specimen('treatment-stages', 'Another one', { published: true });
  const reader = createReader('en');
  await showStage(reader, String(slug), []);
  expect([...reader.tags].filter((tag) => tag.endsWith(':self'))).toEqual([
    `treatment-stages:${id}:self`,
  ]);
});

it('a page that is not there is of nothing', async () => {
  const reader = createReader('en');
  await reader.bySlug('articles', 'nothing');
  expect([...reader.tags]).toEqual(['articles']);
});
