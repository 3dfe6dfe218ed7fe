import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, expect, it, test } from 'vitest';
import { CARD } from '#domain/cards.ts';
import { buildFonts } from '#server/build/fonts.ts';
import { drawCard } from './draw.ts';

const LONG =
  'What a family can do when somebody they love has left care early and does not want to talk about it, for now';
const siteName = 'Riverside';

// A checkout has no fonts until they are cut.
beforeAll(() => buildFonts(), 60_000);

/** Whether anything but paper and the way is in this part of a card: ink is darker than teal and clay. */
async function hasInk(card: Uint8Array, top: number, height: number): Promise<boolean> {
  const part = sharp(card).removeAlpha().extract({ left: 0, top, width: CARD.width, height });
  const { channels } = await sharp(await part.toBuffer()).stats();
  return (channels[1]?.min ?? 255) < 60;
}

test.each([
  ['a title', 'Going back to work'],
  ['a long title', LONG],
  ['a word that never ends', 'abcdefghij'.repeat(12)],
  ['signs that mean something elsewhere', '<b>Ask</b> & "answer" \u0000\ud800'],
  ['a title that nobody sees', '\u200b\u2060 '],
  ['no title', undefined],
])('a card of %s is as large as it has to be, and small to fetch', async (_, title) => {
  const card = await drawCard({ siteName, title });
  expect(await sharp(card).metadata()).toMatchObject({ format: 'png', ...CARD });
  expect(card.length).toBeLessThan(60_000);
  expect(await hasInk(card, 60, 120)).toBe(true);
});

it('has the way alone while a site has no name', async () => {
  expect(await hasInk(await drawCard({ siteName: '' }), 0, CARD.height)).toBe(false);
});

it('keeps the way clear of the longest title', async () => {
  const card = await drawCard({ siteName, title: 'W'.repeat(120) });
  expect(await hasInk(card, 370, 130)).toBe(false);
  expect(await hasInk(card, CARD.height - 100, 80)).toBe(true);
});

it('is another one for another title, and the same for the same', async () => {
  const hash = async (title: string) =>
    createHash('sha256')
      .update(await drawCard({ siteName, title }))
      .digest('hex');
  expect(await hash('One')).toBe(await hash('One'));
  expect(await hash('One')).not.toBe(await hash('Two'));
});

it('is set in the font of the site, whatever fonts a machine has', async () => {
  const lettered = (font: string) => sharp({ text: { text: 'Regular', font, dpi: 72 } }).metadata();
  await drawCard({ siteName, title: 'Regular' });
  // The library has loaded it by now, and finds it by its name; any other name gives what the machine has.
  const [ours, theirs] = await Promise.all([
    lettered('Newsreader 16pt 72'),
    lettered('No such 72'),
  ]);
  expect([ours.width, ours.height]).not.toEqual([theirs.width, theirs.height]);
});
