import { SITE_CARD_PATH } from '#domain/social-cards.ts';
import { drawCard } from '#site/cards/draw-card.ts';
import { file } from '#site/file.ts';

export const GET = file(SITE_CARD_PATH, 'image/png', async (reader) => {
  const { name } = await reader.findGlobal('site');
  return drawCard({ siteName: name ?? '' });
});

// Next prerenders routes of some of these names at build time, like robots.txt.
export const dynamic = 'force-dynamic';
