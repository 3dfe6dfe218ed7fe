import { SITE_CARD } from '#domain/cards.ts';
import { drawCard } from '#site/cards/draw.ts';
import { file } from '#site/file.ts';

export const GET = file(SITE_CARD, 'image/png', async (reader) => {
  const { name } = await reader.global('site');
  return drawCard({ siteName: name ?? '' });
});

// Next would make files of some of these names once, when the site is built.
export const dynamic = 'force-dynamic';
