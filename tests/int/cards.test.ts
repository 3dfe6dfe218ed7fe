import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { GET as articleCard } from '#app/articles/[slug]/card.png/route.ts';
import { GET as siteCard } from '#app/card.png/route.ts';
import { createReader } from '#data/reader.ts';
import { createSiteIndex } from '#data/site-index.ts';
import { CARD } from '#domain/cards.ts';
import { buildFonts } from '#server/build/fonts.ts';
import { cabinet } from '#tests/helpers/specimens.ts';

const { specimen } = await cabinet();

// A checkout has no fonts until they are cut.
beforeAll(buildFonts);

const cardOf = (slug: string) =>
  articleCard(new Request('http://throughcare.test'), { params: Promise.resolve({ slug }) });

it('the card of an article is kept with the article, and goes with it', async () => {
  const { id, slug } = await specimen('articles', 'Going back to work', { published: true });
  const answer = await cardOf(String(slug));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toBe('image/png');
  expect(answer.headers.get('Cache-Control')).toContain('s-maxage=60');
  expect(answer.headers.get('Cache-Tag')).toBe(`articles:${id},articles:${id}:self,global:site`);
  expect(await sharp(await answer.arrayBuffer()).metadata()).toMatchObject(CARD);
});

it('what is not published has no card', async () => {
  const { slug } = await specimen('articles', 'Not yet for anybody');
  for (const missing of [String(slug), 'nothing-at-all']) {
    const answer = await cardOf(missing);
    expect([answer.status, answer.headers.get('Cache-Tag')]).toEqual([404, 'articles,global:site']);
  }
});

it('a site has a card of its own', async () => {
  const answer = await siteCard();
  expect([answer.status, answer.headers.get('Cache-Tag')]).toEqual([200, 'global:site']);
});

it('a cache in front knows of the cards of all that is published', async () => {
  await specimen('articles', 'One more', { published: true });
  await specimen('articles', 'Not yet either');
  const { shared } = await createSiteIndex(createReader('en'));
  expect(shared).toContain('/card.png');
  expect(shared).toContain('/articles/one-more/card.png');
  expect(shared).not.toContain('/articles/not-yet-either/card.png');
});
