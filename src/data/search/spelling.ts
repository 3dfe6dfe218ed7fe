/** A word that is used on the site, and in how many texts. */
export interface Known {
  word: string;
  texts: number;
}

/** Words with fewer letters are short ones. */
const SHORT = 6;

/** How many slips a word of this length may have: in a short one, any slip makes another word. */
export const slipsIn = (word: string): number => {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
};

/** With another first letter, a short word is another word, not a slip: “weed” and “need”. */
const startsLike = (word: string, other: string): boolean =>
  word.length >= SHORT || word[0] === other[0];

/** The known word that is nearest to a misspelled one, the more frequent first; undefined if none is near. */
export function nearest(word: string, known: Iterable<Known>): string | undefined {
  let most = slipsIn(word);
  let best: Known | undefined;
  if (most === 0) return undefined;
  for (const one of known) {
    if (!startsLike(word, one.word)) continue;
    const slips = slipsBetween(word, one.word, most);
    if (slips > most || (best && slips === most && one.texts <= best.texts)) continue;
    best = one;
    most = slips;
  }
  return best?.word;
}

/**
 * How many letters were left out, put in, changed, or swapped with the next one: the Damerau–Levenshtein distance
 * (optimal string alignment). Counted up to `most`; anything above says that it is more.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let slips = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        slips = Math.min(slips, at(before, j - 2) + 1);
      }
      row.push(slips);
      if (slips < least) least = slips;
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return at(last, other.length);
}

const at = (row: number[], place: number): number => row[place] ?? Number.POSITIVE_INFINITY;
