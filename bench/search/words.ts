/** Words as the texts have them, the frequent ones as often; the same ones in the same order at each run. */
export function wordsLike(texts: string[]): (count: number) => string[] {
  const all = texts.join(' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  let state = 1;
  const next = () => {
    // A linear congruential generator (Numerical Recipes): any will do.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return all[Math.floor((state / 2 ** 32) * all.length)] ?? '';
  };
  return (count) => Array.from({ length: count }, next);
}

/** Questions of one word to five; in each third, a letter of the longest word is missing. */
export const questionsOf = (words: (count: number) => string[], count: number): string[] =>
  Array.from({ length: count }, (_, n) => {
    const asked = words(1 + (n % 5));
    const longest = asked.toSorted((a, b) => b.length - a.length)[0] ?? '';
    const slip = longest.slice(0, 2) + longest.slice(3);
    return asked.map((word) => (n % 3 === 0 && word === longest ? slip : word)).join(' ');
  });
