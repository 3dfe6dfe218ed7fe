/** Signs that show nothing: format and direction marks, joiners, soft hyphens, variation selectors. */
const INVISIBLE = /\p{Cf}|\u034f|\u2065|[\ufe00-\ufe0f]/gu;

/** Forms as wide as an ideograph, which some keyboards type: each stands for a sign of ASCII. */
const FULLWIDTH = /[\uff01-\uff5e]/g;
const FULLWIDTH_OFFSET = 0xfee0;

/** Words in brackets at the end, like `(mobile)` or `(Sam, after 6)`. */
const NOTE = /\s*[([{]\p{L}[^()[\]{}@]{0,40}[)\]}]$/u;

const TRAILING_PUNCTUATION = /[\s.,;:]+$/;

/** One line of a clipboard as it is seen: without what is invisible, in plain signs, with plain spaces. */
export const visibleLine = (pasted: string): string =>
  pasted
    .replace(INVISIBLE, '')
    .replace(FULLWIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULLWIDTH_OFFSET))
    .replace(/[\s\p{Z}]+/gu, ' ')
    .trim();

/** Without the note in brackets and the punctuation that stand behind an entry of a contact card. */
export const withoutNote = (line: string): string =>
  line.replace(TRAILING_PUNCTUATION, '').replace(NOTE, '').replace(TRAILING_PUNCTUATION, '');

/** What an address in a link says, with what is encoded there, like `%2B` for a plus sign; unchanged if it cannot be read. */
export function decodedLink(address: string): string {
  try {
    return visibleLine(decodeURIComponent(address));
  } catch {
    return address;
  }
}
