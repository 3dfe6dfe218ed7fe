const WORD = /[\p{L}\p{N}]+/gu;

const normalizeWord = (text: string): string => text.normalize('NFC').toLowerCase();

/** Splits a text into words of letters and digits, in order and in lower case. */
export const splitWords = (text: string): string[] => normalizeWord(text).match(WORD) ?? [];

/** Returns the text with words replaced; the keys are words in lower case, as `splitWords` returns them. */
export const replaceWords = (text: string, replacements: ReadonlyMap<string, string>): string =>
  text.normalize('NFC').replace(WORD, (word) => replacements.get(normalizeWord(word)) ?? word);
