/** A word of the site, and the number of documents that contain it. */
export interface VocabularyWord {
  word: string;
  documentCount: number;
}

/** Words with fewer letters count as short. */
const SHORT_WORD_LENGTH = 6;

/** Returns the largest edit distance at which a word still counts as misspelled; any edit makes a short word another word. */
export const maxEditsFor = (word: string): number => {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
};

/** False for short words with different first letters: “weed” is not a misspelled “need”. */
const hasPlausibleStart = (word: string, other: string): boolean =>
  word.length >= SHORT_WORD_LENGTH || word[0] === other[0];

/**
 * Finds the vocabulary word with the smallest edit distance to a misspelled word, the more frequent one if two are
 * equally near; undefined if none is near enough.
 */
export function findNearestWord(
  word: string,
  vocabulary: Iterable<VocabularyWord>,
): string | undefined {
  let maxEdits = maxEditsFor(word);
  let best: VocabularyWord | undefined;
  if (maxEdits === 0) return undefined;
  for (const candidate of vocabulary) {
    if (!hasPlausibleStart(word, candidate.word)) continue;
    const edits = editDistance(word, candidate.word, maxEdits);
    const isRarer = best && edits === maxEdits && candidate.documentCount <= best.documentCount;
    if (edits > maxEdits || isRarer) continue;
    best = candidate;
    maxEdits = edits;
  }
  return best?.word;
}

/**
 * Returns the Damerau–Levenshtein distance (optimal string alignment) of two words: the number of letters deleted,
 * inserted, replaced, or swapped with the next one. Stops above `max` and returns `max + 1`.
 */
export function editDistance(one: string, other: string, max: number): number {
  if (Math.abs(one.length - other.length) > max) return max + 1;
  let secondLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let rowMinimum = i;
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      let edits = Math.min(
        cellAt(last, j) + 1,
        cellAt(row, j - 1) + 1,
        cellAt(last, j - 1) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        edits = Math.min(edits, cellAt(secondLast, j - 2) + 1);
      }
      row.push(edits);
      if (edits < rowMinimum) rowMinimum = edits;
    }
    if (rowMinimum > max) return max + 1;
    [secondLast, last] = [last, row];
  }
  return cellAt(last, other.length);
}

const cellAt = (row: number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
