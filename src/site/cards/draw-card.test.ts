import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, expect, it, test } from 'vitest';
import { SOCIAL_CARD_SIZE } from '#domain/social-cards.ts';
import { buildFonts } from '#server/build/fonts.ts';
import { drawCard } from './draw-card.ts';

const LONG =
  'What a family can do when somebody they love has left care early and does not want to talk about it, for now';
const siteName = 'Riverside';

// A fresh checkout has no fonts until they are built.
beforeAll(() => buildFonts(), 60_000);

/** True if there is text in this part of a card: ink is darker than the background and the pathway. */
async function hasInk(card: Uint8Array, top: number, height: number): Promise<boolean> {
  const part = sharp(card)
    .removeAlpha()
    .extract({ left: 0, top, width: SOCIAL_CARD_SIZE.width, height });
  const { channels } = await sharp(await part.toBuffer()).stats();
  return (channels[1]?.min ?? 255) < 60;
}

test.each([
  ['a title', 'Going back to work'],
  ['a long title', LONG],
  ['a word that never ends', 'abcdefghij'.repeat(12)],
  ['characters that are markup', '<b>Ask</b> & "answer" \u0000\ud800'],
  ['an invisible title', '\u200b\u2060 '],
  ['no title', undefined],
])('draws a card of %s in the right size, and small to download', async (_, title) => {
  const card = await drawCard({ siteName, title });
  expect(await sharp(card).metadata()).toMatchObject({ format: 'png', ...SOCIAL_CARD_SIZE });
  expect(card.length).toBeLessThan(60_000);
  expect(await hasInk(card, 60, 120)).toBe(true);
});

it('draws the pathway alone while the site has no name', async () => {
  expect(await hasInk(await drawCard({ siteName: '' }), 0, SOCIAL_CARD_SIZE.height)).toBe(false);
});

it('keeps the longest title clear of the pathway', async () => {
  const card = await drawCard({ siteName, title: 'W'.repeat(120) });
  expect(await hasInk(card, 370, 130)).toBe(false);
  expect(await hasInk(card, SOCIAL_CARD_SIZE.height - 100, 80)).toBe(true);
});

it('draws the same card for the same title, and a different one for another title', async () => {
  const hash = async (title: string) =>
    createHash('sha256')
      .update(await drawCard({ siteName, title }))
      .digest('hex');
  expect(await hash('One')).toBe(await hash('One'));
  expect(await hash('One')).not.toBe(await hash('Two'));
});

it('uses the font of the site, whichever fonts the machine has', async () => {
  const measureText = (font: string) =>
    sharp({ text: { text: 'Regular', font, dpi: 72 } }).metadata();
  await drawCard({ siteName, title: 'Regular' });
  // The library has loaded the font by now and finds it by name; an unknown name gives a font of the machine.
  const [ours, theirs] = await Promise.all([
    measureText('Newsreader 16pt 72'),
    measureText('No such 72'),
  ]);
  expect([ours.width, ours.height]).not.toEqual([theirs.width, theirs.height]);
});
