/** More than any form has. Each item of a list counts. */
export const MAX_VALUES = 300;

/** A submission has answers, and an answer can be a list; nothing is nested deeper. */
export const MAX_DEPTH = 6;

/** True if a parsed JSON value is no deeper and no larger than a submission can be. */
export function isWithinLimits(value: unknown): boolean {
  const pending: [value: unknown, depth: number][] = [[value, 1]];
  let count = 0;
  // No recursion, because a hostile body can be nested deeply.
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [current, depth] = next;
    count += 1;
    if (count > MAX_VALUES || depth > MAX_DEPTH) return false;
    if (typeof current !== 'object' || current === null) continue;
    for (const inner of Object.values(current)) pending.push([inner, depth + 1]);
  }
  return true;
}
