export type PictureType = 'jpeg' | 'png' | 'webp' | 'avif';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/**
 * What a file is by its first bytes, whatever its name says: a picture that pages can show, an animated one, or
 * nothing that is known here. No decoder has seen it by then.
 */
export function pictureType(data: Buffer): PictureType | 'animated' | undefined {
  if (data.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return 'jpeg';
  if (data.subarray(0, 8).equals(PNG)) return isAnimatedPng(data) ? 'animated' : 'png';
  if (word(data, 0) === 'RIFF' && word(data, 8) === 'WEBP') {
    return isAnimatedWebp(data) ? 'animated' : 'webp';
  }
  if (word(data, 0) === 'GIF8') return 'animated';
  return word(data, 4) === 'ftyp' ? avifType(data) : undefined;
}

const word = (data: Buffer, at: number): string => data.toString('latin1', at, at + 4);

/** Told before the first pixels, or a decoder takes it for a still one. */
function isAnimatedPng(data: Buffer): boolean {
  for (let at = PNG.length; at + 8 <= data.length; at += data.readUInt32BE(at) + 12) {
    const chunk = word(data, at + 4);
    if (chunk === 'acTL') return true;
    if (chunk === 'IDAT') return false;
  }
  return false;
}

const ANIMATION = 0x02;

const isAnimatedWebp = (data: Buffer): boolean =>
  word(data, 12) === 'VP8X' && data.length > 20 && (data.readUInt8(20) & ANIMATION) !== 0;

/** Its brands, the one that comes first and those that it is said to be compatible with. */
function avifType(data: Buffer): 'avif' | 'animated' | undefined {
  const end = Math.min(data.readUInt32BE(0), data.length, 1024);
  const brands: string[] = [word(data, 8)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(word(data, at));
  if (brands[0] === 'avis') return 'animated';
  return brands.includes('avif') ? 'avif' : undefined;
}
