import { say } from '#platform/process/progress.ts';

/**
 * For what can happen again and again: says it the first time, the second, the fourth, the eighth and so on, and
 * whenever it is something else. Where it comes every five seconds, that is about once an hour in the end.
 */
export function saySeldom(): (line: string) => void {
  let before: string | undefined;
  let count = 0;
  return (line) => {
    count = line === before ? count + 1 : 1;
    before = line;
    if (Number.isInteger(Math.log2(count))) say(line);
  };
}
