import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { GET as articleCard } from '#app/articles/[slug]/card.png/route.ts';
import { GET as siteCard } from '#app/card.png/route.ts';
import { createReader } from '#data/reader.ts';
import { createSiteIndex } from '#data/site-index.ts';
import { SOCIAL_CARD_SIZE } from '#domain/social-cards.ts';
import { buildFonts } from '#server/build/fonts.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';

const { createDocument } = await documentFactory();

// A checkout contains no subset fonts.
beforeAll(buildFonts);

const loadCard = (slug: string) =>
  articleCard(new Request('http://throughcare.test'), { params: Promise.resolve({ slug }) });

it('serves the card of an article, cacheable until the article changes', async () => {
  const { id, slug } = await createDocument('articles', 'Going back to work', { published: true });
  const response = await loadCard(String(slug));
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe('image/png');
  expect(response.headers.get('Cache-Control')).toContain('s-maxage=60');
  expect(response.headers.get('Cache-Tag')).toBe(`articles:${id},articles:${id}:self,global:site`);
  expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject(SOCIAL_CARD_SIZE);
});

it('serves no card for unpublished articles', async () => {
  const { slug } = await createDocument('articles', 'Not yet for anybody');
  for (const missing of [String(slug), 'nothing-at-all']) {
    const response = await loadCard(missing);
    expect([response.status, response.headers.get('Cache-Tag')]).toEqual([
      404,
      'articles,global:site',
    ]);
  }
});

it('serves the card of the site', async () => {
  const response = await siteCard();
  expect([response.status, response.headers.get('Cache-Tag')]).toEqual([200, 'global:site']);
});

it('lists the cards of published articles in the site index', async () => {
  await createDocument('articles', 'One more', { published: true });
  await createDocument('articles', 'Not yet either');
  const { shared } = await createSiteIndex(createReader('en'));
  expect(shared).toContain('/card.png');
  expect(shared).toContain('/articles/one-more/card.png');
  expect(shared).not.toContain('/articles/not-yet-either/card.png');
});
