/**
 * Returns a function that draws words from the texts, as often as they occur there. Each run draws the same words in the
 * same order.
 */
export function createWordSource(texts: string[]): (count: number) => string[] {
  const all = texts.join(' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  let state = 1;
  const next = () => {
    // A linear congruential generator (Numerical Recipes).
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return all[Math.floor((state / 2 ** 32) * all.length)] ?? '';
  };
  return (count) => Array.from({ length: count }, next);
}

/** Creates search queries of one to five words. In every third one, the longest word lacks a letter. */
export const createQueries = (words: (count: number) => string[], count: number): string[] =>
  Array.from({ length: count }, (_, n) => {
    const terms = words(1 + (n % 5));
    const longest = terms.toSorted((a, b) => b.length - a.length)[0] ?? '';
    const typo = longest.slice(0, 2) + longest.slice(3);
    return terms.map((word) => (n % 3 === 0 && word === longest ? typo : word)).join(' ');
  });
