import path from 'node:path';
import sharp from 'sharp';
import { CARD } from '#domain/cards.ts';
import { escapeXml } from '#domain/xml.ts';

/** From the tokens: a card has one scheme, the light one. */
const PAPER = '#fbf7ef';
const INK = '#1f2a2e';
const TEAL = '#14524e';
const CLAY = '#b5652b';

/** Where words begin, from the left. */
const MARGIN = 84;

/** A title takes the largest of these, in pixels, that leaves the line its room. */
const TITLE_SIZES = [84, 72, 62, 54, 46];
const TITLE_TOP = 80;
const TITLE_HEIGHT = 270;
const NAME_SIZE = 38;

/** There are signs that nobody sees, like a space without width: of these alone nothing can be drawn. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

interface Card {
  siteName: string;
  /** Without one, the name of the site stands in its place. */
  title?: string;
}

/** What shows a link that was shared: a title, the name of the site, and the way. As PNG. */
export async function drawCard({ siteName, title }: Card): Promise<Uint8Array<ArrayBuffer>> {
  const own = title && VISIBLE.test(title);
  const placed = [
    { input: await fitting(own ? title : siteName), top: TITLE_TOP },
    { input: own && (await words(siteName, NAME_SIZE)), top: CARD.height - 96 },
  ];
  const drawn = await sharp(Buffer.from(WAY))
    .composite(placed.flatMap(({ input, top }) => (input ? [{ input, top, left: MARGIN }] : [])))
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();
  return Uint8Array.from(drawn);
}

async function fitting(title: string): Promise<Buffer | undefined> {
  let drawn: Buffer | undefined;
  for (const size of TITLE_SIZES) {
    drawn = await words(title, size);
    if (!drawn || (await sharp(drawn).metadata()).height <= TITLE_HEIGHT) break;
  }
  return drawn;
}

/** Words as a picture, in the site's serif, in as many lines as it takes; nothing if there are none. */
async function words(text: string, size: number): Promise<Buffer | undefined> {
  if (!VISIBLE.test(text)) return undefined;
  const given = {
    text: `<span foreground="${INK}">${escapeXml(text)}</span>`,
    font: `Newsreader 16pt ${size}`,
    // The machine need not have a font.
    fontfile: path.resolve('src/site/styles/fonts/card.ttf'),
    width: CARD.width - 2 * MARGIN,
    wrap: 'word-char',
    // A point is a pixel.
    dpi: 72,
    rgba: true,
  } as const;
  return sharp({ text: given }).png().toBuffer();
}

const STATIONS = [
  { x: 150, y: 489 },
  { x: 420, y: 457 },
  { x: 880, y: 389 },
  { x: 1090, y: 354 },
];

/** The paper, and the way across it. */
const WAY = `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}">
  <rect width="100%" height="100%" fill="${PAPER}"/>
  <path d="M-10 494 C260 494 330 462 560 440 S900 372 1210 340" fill="none" stroke="${TEAL}" stroke-width="7"/>
  ${STATIONS.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="15" fill="${PAPER}" stroke="${TEAL}" stroke-width="6"/>`).join('')}
  <circle cx="660" cy="428" r="19" fill="${CLAY}" stroke="${PAPER}" stroke-width="6"/>
</svg>`;
