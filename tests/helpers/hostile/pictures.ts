import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A file that somebody uploads as a picture. */
export interface HostilePicture {
  kind: string;
  name: string;
  data: Buffer;
  /** What it says that it is. */
  type?: string;
  /** Harmless once it is made anew: it may be taken. */
  isTaken?: true;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const edge = Buffer.alloc(8);
  edge.writeUInt32BE(data.length, 0);
  edge.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([edge.subarray(0, 4), body, edge.subarray(4)]);
}

interface Header {
  width: number;
  height: number;
  depth?: number;
  color?: number;
  interlaced?: boolean;
}

/** A PNG as its header says, whatever is in it. */
function png(header: Header, pixels: Buffer, before: Buffer[] = []): Buffer {
  const { width, height, depth = 8, color = 0, interlaced = false } = header;
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(width, 0);
  ihdr.writeUInt32BE(height, 4);
  ihdr.set([depth, color, 0, 0, interlaced ? 1 : 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', ihdr),
    ...before,
    chunk('IDAT', deflateSync(pixels, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const COMPRESSED = (name: string): Buffer =>
  Buffer.concat([Buffer.from(name), Buffer.from([0, 0]), deflateSync(Buffer.alloc(64_000_000))]);

/** The same bytes with others at one place. */
function patched(data: Buffer, at: number, bytes: Buffer | string): Buffer {
  const copy = Buffer.from(data);
  copy.set(Buffer.from(bytes as string, 'latin1'), at);
  return copy;
}

function sizeOf(width: number, height: number): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return size;
}

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#864',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });

const half = (data: Buffer): Buffer => data.subarray(0, Math.floor(data.length / 2));

/** Twenty kinds of files that mean harm, each made of nothing but code. */
export async function hostilePictures(): Promise<HostilePicture[]> {
  const small = await noise(64, 48).png().toBuffer();
  const jpeg = await noise(400, 300).jpeg().toBuffer();
  const webp = await noise(400, 300).webp().toBuffer();
  const avif = await noise(64, 64).avif({ effort: 0 }).toBuffer();
  const frames = await noise(40, 80).raw().toBuffer();
  const moving = (format: 'gif' | 'webp') =>
    sharp(frames, { raw: { width: 40, height: 80, channels: 3, pageHeight: 40 } })
      .toFormat(format, { loop: 0, delay: [100, 100] })
      .toBuffer();
  const SIDE = 16_000;
  // One bit a pixel, in seven passes.
  const bomb = { width: SIDE, height: SIDE, depth: 1, interlaced: true };
  const deep = { width: 5000, height: 5000, depth: 16, color: 6, interlaced: true };
  const endOfHeader = 33;
  const html = '<html><script>alert(document.domain)</script></html>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>`;
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  const files: [string, Buffer, (Partial<HostilePicture> | undefined)?][] = [
    ['a bomb of one color, interlaced', png(bomb, Buffer.alloc((SIDE * SIDE) / 8 + 4 * SIDE))],
    ['twice the bits, interlaced', png(deep, Buffer.alloc(1_000_000))],
    ['a header that says more than there is', png({ width: 100_000, height: 99_999 }, half(small))],
    ['PNG cut off', half(small)],
    ['PNG that is damaged', patched(small, small.length - 200, 'x'.repeat(99))],
    ['JPEG cut off', half(jpeg), { name: 'a.jpg' }],
    [
      'JPEG that says it is larger',
      patched(jpeg, frame + 5, Buffer.from([0xff, 0xdc, 0xff, 0xdc])),
      { name: 'a.jpg' },
    ],
    ['WebP cut off', half(webp), { name: 'a.webp' }],
    ['an animated WebP', await moving('webp'), { name: 'a.webp' }],
    ['a GIF by another name', await moving('gif')],
    [
      'an animated PNG',
      Buffer.concat([
        small.subarray(0, endOfHeader),
        chunk('acTL', sizeOf(2, 0)),
        small.subarray(endOfHeader),
      ]),
    ],
    ['SVG by another name', Buffer.from(svg)],
    ['SVG', Buffer.from(svg), { name: 'a.svg', type: 'image/svg+xml' }],
    ['HTML by another name', Buffer.from(html)],
    [
      'a page behind a picture',
      Buffer.concat([small, Buffer.from(html)]),
      { name: 'a.html.png', isTaken: true },
    ],
    ['HEIC by another name', patched(avif, 8, 'heicmif1mif1heic'), { name: 'a.avif' }],
    ['an AVIF sequence', patched(avif, 8, 'avis'), { name: 'a.avif' }],
    [
      'AVIF that says it is larger',
      patched(avif, avif.indexOf('ispe') + 8, sizeOf(SIDE, SIDE)),
      { name: 'a.avif' },
    ],
    [
      'much text, compressed',
      png({ width: 2, height: 2 }, Buffer.alloc(6), [chunk('zTXt', COMPRESSED('Comment'))]),
      { isTaken: true },
    ],
    [
      'a color profile that is a bomb',
      png({ width: 2, height: 2 }, Buffer.alloc(6), [chunk('iCCP', COMPRESSED('x'))]),
      { isTaken: true },
    ],
    ['nothing', Buffer.alloc(0)],
    ['a TIFF by another name', await noise(9, 9).tiff().toBuffer()],
    ['a name that leads elsewhere', small, { name: '../../../../tmp/a.png', isTaken: true }],
    ['a name without end', small, { name: `${'n'.repeat(400)}.png`, isTaken: true }],
    ['a long name in other letters', small, { name: `${'名'.repeat(300)}.png`, isTaken: true }],
  ];
  return files.map(([kind, data, more]) => ({ kind, data, name: 'a.png', ...more }));
}

/** As a form of the admin sends it. */
export function uploadOf({ data, name, type = 'image/png' }: HostilePicture): FormData {
  const form = new FormData();
  form.set('_payload', JSON.stringify({ alt: 'A picture' }));
  form.set('file', new File([new Uint8Array(data)], name, { type }));
  return form;
}
