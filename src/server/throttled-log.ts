import { printLine } from '#platform/process/progress.ts';

/**
 * Returns a function that prints a line, but a repeated line only the 1st, 2nd, 4th, 8th time and so on. A line that
 * differs from the last one starts the count again. A failure every five seconds is soon printed about once an hour.
 */
export function createThrottledLog(): (line: string) => void {
  let lastLine: string | undefined;
  let count = 0;
  return (line) => {
    count = line === lastLine ? count + 1 : 1;
    lastLine = line;
    if (Number.isInteger(Math.log2(count))) printLine(line);
  };
}
