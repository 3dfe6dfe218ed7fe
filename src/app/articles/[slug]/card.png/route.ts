import { findArticle } from '#data/articles.ts';
import { drawCard } from '#site/cards/draw-card.ts';
import { file } from '#site/file.ts';

export const GET = file('/articles/[slug]/card.png', 'image/png', async (reader, { slug = '' }) => {
  const [article, { name }] = await Promise.all([
    findArticle(reader, slug),
    reader.findGlobal('site'),
  ]);
  return article ? drawCard({ siteName: name ?? '', title: article.title }) : undefined;
});
