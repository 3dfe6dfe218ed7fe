const WORD = /[\p{L}\p{N}]+/gu;

const plainly = (text: string): string => text.normalize('NFC').toLowerCase();

/** The words of a text, in their order, in small letters and without marks and signs. */
export const wordsIn = (text: string): string[] => plainly(text).match(WORD) ?? [];

/** What was typed, with other words in the place of some. */
export const withWords = (typed: string, instead: ReadonlyMap<string, string>): string =>
  typed.normalize('NFC').replace(WORD, (word) => instead.get(plainly(word)) ?? word);
