export type PictureType = 'jpeg' | 'png' | 'webp' | 'avif';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/**
 * Detects the type of a picture by its first bytes, without a decoder. Returns undefined if it is not one of the
 * supported types.
 */
export function detectPictureType(data: Buffer): PictureType | 'animated' | undefined {
  if (data.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return 'jpeg';
  if (data.subarray(0, 8).equals(PNG)) return isAnimatedPng(data) ? 'animated' : 'png';
  if (fourCharacters(data, 0) === 'RIFF' && fourCharacters(data, 8) === 'WEBP') {
    return isAnimatedWebp(data) ? 'animated' : 'webp';
  }
  if (fourCharacters(data, 0) === 'GIF8') return 'animated';
  return fourCharacters(data, 4) === 'ftyp' ? avifType(data) : undefined;
}

const fourCharacters = (data: Buffer, at: number): string => data.toString('latin1', at, at + 4);

/** The `acTL` chunk must come before the first pixels, or decoders treat the picture as a still one. */
function isAnimatedPng(data: Buffer): boolean {
  for (let at = PNG.length; at + 8 <= data.length; at += data.readUInt32BE(at) + 12) {
    const chunk = fourCharacters(data, at + 4);
    if (chunk === 'acTL') return true;
    if (chunk === 'IDAT') return false;
  }
  return false;
}

const ANIMATION = 0x02;

const isAnimatedWebp = (data: Buffer): boolean =>
  fourCharacters(data, 12) === 'VP8X' && data.length > 20 && (data.readUInt8(20) & ANIMATION) !== 0;

/** Reads the major and the compatible brands of an ISO media file. */
function avifType(data: Buffer): 'avif' | 'animated' | undefined {
  const end = Math.min(data.readUInt32BE(0), data.length, 1024);
  const brands: string[] = [fourCharacters(data, 8)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(fourCharacters(data, at));
  if (brands[0] === 'avis') return 'animated';
  return brands.includes('avif') ? 'avif' : undefined;
}
