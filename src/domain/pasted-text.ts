/** Invisible characters: format and direction marks, joiners, soft hyphens, variation selectors. */
const INVISIBLE = /\p{Cf}|\u034f|\u2065|[\ufe00-\ufe0f]/gu;

/** Fullwidth forms of ASCII characters, which some East Asian keyboards type. */
const FULLWIDTH_FORM = /[\uff01-\uff5e]/g;
const FULLWIDTH_OFFSET = 0xfee0;

/** A trailing note in brackets, like `(mobile)` or `(Sam, after 6)`. */
const TRAILING_NOTE = /\s*[([{]\p{L}[^()[\]{}@]{0,40}[)\]}]$/u;

const TRAILING_PUNCTUATION = /[\s.,;:]+$/;

/** Returns one line of pasted text without invisible characters, in ASCII forms, with single spaces. */
export const normalizePastedLine = (pasted: string): string =>
  pasted
    .replace(INVISIBLE, '')
    .replace(FULLWIDTH_FORM, (character) =>
      String.fromCharCode(character.charCodeAt(0) - FULLWIDTH_OFFSET),
    )
    .replace(/[\s\p{Z}]+/gu, ' ')
    .trim();

/** Removes the note in brackets and the punctuation that contact cards put after an entry. */
export const stripTrailingNote = (line: string): string =>
  line
    .replace(TRAILING_PUNCTUATION, '')
    .replace(TRAILING_NOTE, '')
    .replace(TRAILING_PUNCTUATION, '');

/** Decodes the percent-encoding of an address from a link, like `%2B` for `+`. Returns malformed input unchanged. */
export function decodeLink(address: string): string {
  try {
    return normalizePastedLine(decodeURIComponent(address));
  } catch {
    return address;
  }
}
