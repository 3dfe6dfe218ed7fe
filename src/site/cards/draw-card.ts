import path from 'node:path';
import sharp from 'sharp';
import { SOCIAL_CARD_SIZE } from '#domain/social-cards.ts';
import { escapeXml } from '#domain/xml.ts';

/** Colors of the light scheme, as in styles/tokens.css: a card has no dark one. */
const PAPER = '#fbf7ef';
const INK = '#1f2a2e';
const TEAL = '#14524e';
const CLAY = '#b5652b';

/** Left edge of the text, in pixels. */
const MARGIN = 84;

/** Font sizes of a title in pixels: the largest at which it stays clear of the pathway is used. */
const TITLE_SIZES = [84, 72, 62, 54, 46];
const TITLE_TOP = 80;
const TITLE_HEIGHT = 270;
const NAME_SIZE = 38;

/** The renderer fails on text of invisible characters alone, such as zero-width spaces. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

interface Card {
  siteName: string;
  /** The site's name by default. */
  title?: string;
}

/** Draws the social image of a page as PNG: its title, the site's name, and a pathway. */
export async function drawCard({ siteName, title }: Card): Promise<Uint8Array<ArrayBuffer>> {
  const hasTitle = title && VISIBLE.test(title);
  const texts = [
    { input: await drawTitle(hasTitle ? title : siteName), top: TITLE_TOP },
    { input: hasTitle && (await drawText(siteName, NAME_SIZE)), top: SOCIAL_CARD_SIZE.height - 96 },
  ];
  const png = await sharp(Buffer.from(PATHWAY))
    .composite(texts.flatMap(({ input, top }) => (input ? [{ input, top, left: MARGIN }] : [])))
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();
  return Uint8Array.from(png);
}

async function drawTitle(title: string): Promise<Buffer | undefined> {
  let png: Buffer | undefined;
  for (const size of TITLE_SIZES) {
    png = await drawText(title, size);
    if (!png || (await sharp(png).metadata()).height <= TITLE_HEIGHT) break;
  }
  return png;
}

/** Draws text in the site's serif, wrapped to the card's width; undefined if nothing in it is visible. */
async function drawText(text: string, size: number): Promise<Buffer | undefined> {
  if (!VISIBLE.test(text)) return undefined;
  const options = {
    text: `<span foreground="${INK}">${escapeXml(text)}</span>`,
    font: `Newsreader 16pt ${size}`,
    // The machine may have no fonts installed.
    fontfile: path.resolve('src/site/styles/fonts/card.ttf'),
    width: SOCIAL_CARD_SIZE.width - 2 * MARGIN,
    wrap: 'word-char',
    // At 72 dpi, a point is a pixel.
    dpi: 72,
    rgba: true,
  } as const;
  return sharp({ text: options }).png().toBuffer();
}

const STAGES = [
  { x: 150, y: 489 },
  { x: 420, y: 457 },
  { x: 880, y: 389 },
  { x: 1090, y: 354 },
];

/** The background, and the pathway across it. */
const PATHWAY = `<svg xmlns="http://www.w3.org/2000/svg" width="${SOCIAL_CARD_SIZE.width}" height="${SOCIAL_CARD_SIZE.height}">
  <rect width="100%" height="100%" fill="${PAPER}"/>
  <path d="M-10 494 C260 494 330 462 560 440 S900 372 1210 340" fill="none" stroke="${TEAL}" stroke-width="7"/>
  ${STAGES.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="15" fill="${PAPER}" stroke="${TEAL}" stroke-width="6"/>`).join('')}
  <circle cx="660" cy="428" r="19" fill="${CLAY}" stroke="${PAPER}" stroke-width="6"/>
</svg>`;
