import { drawCard } from '#cards/draw.ts';
import { SITE_CARD } from '#domain/cards.ts';
import { file } from '#file.ts';

export const GET = file(SITE_CARD, 'image/png', async (reader) => {
  const { name } = await reader.global('site');
  return drawCard({ siteName: name ?? '' });
});

// Next would make files of some of these names once, when the site is built.
export const dynamic = 'force-dynamic';
