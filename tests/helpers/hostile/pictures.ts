import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A hostile file that is uploaded as a picture. */
export interface HostilePicture {
  kind: string;
  name: string;
  data: Buffer;
  /** Declared MIME type; `image/png` by default. */
  type?: string;
  /** True if it may be accepted, because encoding it again makes it harmless. */
  isAccepted?: true;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const lengthAndChecksum = Buffer.alloc(8);
  lengthAndChecksum.writeUInt32BE(data.length, 0);
  lengthAndChecksum.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([lengthAndChecksum.subarray(0, 4), body, lengthAndChecksum.subarray(4)]);
}

interface Header {
  width: number;
  height: number;
  depth?: number;
  color?: number;
  interlaced?: boolean;
}

/** Creates a PNG with this header, even if the pixels do not match it. */
function createPng(header: Header, pixels: Buffer, before: Buffer[] = []): Buffer {
  const { width, height, depth = 8, color = 0, interlaced = false } = header;
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(width, 0);
  ihdr.writeUInt32BE(height, 4);
  ihdr.set([depth, color, 0, 0, interlaced ? 1 : 0], 8);
  return Buffer.concat([
    SIGNATURE,
    pngChunk('IHDR', ihdr),
    ...before,
    pngChunk('IDAT', deflateSync(pixels, { level: 9 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

const compressedChunk = (name: string): Buffer =>
  Buffer.concat([Buffer.from(name), Buffer.from([0, 0]), deflateSync(Buffer.alloc(64_000_000))]);

/** Returns a copy with other bytes at an offset. */
function patchBytes(data: Buffer, at: number, bytes: Buffer | string): Buffer {
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

const createNoise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#864',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });

const firstHalf = (data: Buffer): Buffer => data.subarray(0, Math.floor(data.length / 2));

/** Creates hostile files of all kinds, without fixtures. */
export async function hostilePictures(): Promise<HostilePicture[]> {
  const small = await createNoise(64, 48).png().toBuffer();
  const jpeg = await createNoise(400, 300).jpeg().toBuffer();
  const webp = await createNoise(400, 300).webp().toBuffer();
  const avif = await createNoise(64, 64).avif({ effort: 0 }).toBuffer();
  const frames = await createNoise(40, 80).raw().toBuffer();
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
    [
      'a bomb of one color, interlaced',
      createPng(bomb, Buffer.alloc((SIDE * SIDE) / 8 + 4 * SIDE)),
    ],
    ['twice the bits, interlaced', createPng(deep, Buffer.alloc(1_000_000))],
    [
      'a header that says more than there is',
      createPng({ width: 100_000, height: 99_999 }, firstHalf(small)),
    ],
    ['PNG cut off', firstHalf(small)],
    ['PNG that is damaged', patchBytes(small, small.length - 200, 'x'.repeat(99))],
    ['JPEG cut off', firstHalf(jpeg), { name: 'a.jpg' }],
    [
      'JPEG that says it is larger',
      patchBytes(jpeg, frame + 5, Buffer.from([0xff, 0xdc, 0xff, 0xdc])),
      { name: 'a.jpg' },
    ],
    ['WebP cut off', firstHalf(webp), { name: 'a.webp' }],
    ['an animated WebP', await moving('webp'), { name: 'a.webp' }],
    ['a GIF by another name', await moving('gif')],
    [
      'an animated PNG',
      Buffer.concat([
        small.subarray(0, endOfHeader),
        pngChunk('acTL', sizeOf(2, 0)),
        small.subarray(endOfHeader),
      ]),
    ],
    ['SVG by another name', Buffer.from(svg)],
    ['SVG', Buffer.from(svg), { name: 'a.svg', type: 'image/svg+xml' }],
    ['HTML by another name', Buffer.from(html)],
    [
      'a page behind a picture',
      Buffer.concat([small, Buffer.from(html)]),
      { name: 'a.html.png', isAccepted: true },
    ],
    ['HEIC by another name', patchBytes(avif, 8, 'heicmif1mif1heic'), { name: 'a.avif' }],
    ['an AVIF sequence', patchBytes(avif, 8, 'avis'), { name: 'a.avif' }],
    [
      'AVIF that says it is larger',
      patchBytes(avif, avif.indexOf('ispe') + 8, sizeOf(SIDE, SIDE)),
      { name: 'a.avif' },
    ],
    [
      'much text, compressed',
      createPng({ width: 2, height: 2 }, Buffer.alloc(6), [
        pngChunk('zTXt', compressedChunk('Comment')),
      ]),
      { isAccepted: true },
    ],
    [
      'a color profile that is a bomb',
      createPng({ width: 2, height: 2 }, Buffer.alloc(6), [pngChunk('iCCP', compressedChunk('x'))]),
      { isAccepted: true },
    ],
    ['nothing', Buffer.alloc(0)],
    ['a TIFF by another name', await createNoise(9, 9).tiff().toBuffer()],
    ['a name that leads elsewhere', small, { name: '../../../../tmp/a.png', isAccepted: true }],
    ['a name without end', small, { name: `${'n'.repeat(400)}.png`, isAccepted: true }],
    ['a long name in other letters', small, { name: `${'名'.repeat(300)}.png`, isAccepted: true }],
  ];
  return files.map(([kind, data, more]) => ({ kind, data, name: 'a.png', ...more }));
}

/** Creates the form data that the admin sends for an upload. */
export function uploadForm({ data, name, type = 'image/png' }: HostilePicture): FormData {
  const form = new FormData();
  form.set('_payload', JSON.stringify({ alt: 'A picture' }));
  form.set('file', new File([new Uint8Array(data)], name, { type }));
  return form;
}
