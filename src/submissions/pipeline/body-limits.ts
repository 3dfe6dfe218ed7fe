/** More than any form of ours has; a list counts each of its values. */
export const MOST_VALUES = 300;

/** A request has answers, and an answer can be a list: deeper than that is nothing we read. */
export const DEEPEST = 6;

/** True if a value read from JSON is no deeper and no wider than a request can be. */
export function isWithinLimits(value: unknown): boolean {
  const open: [value: unknown, depth: number][] = [[value, 1]];
  let count = 0;
  // Not by recursion: depth is what a hostile body has.
  for (let next = open.pop(); next; next = open.pop()) {
    const [here, depth] = next;
    count += 1;
    if (count > MOST_VALUES || depth > DEEPEST) return false;
    if (typeof here !== 'object' || here === null) continue;
    for (const inner of Object.values(here)) open.push([inner, depth + 1]);
  }
  return true;
}
