import { failureOf } from './failure.ts';
import { saidIn } from './said.ts';

const METHODS = ['error', 'warn', 'log', 'info', 'debug', 'trace'] as const;

/** Next bundles this module more than once; the console is one. */
const AS_IT_WAS = Symbol.for('throughcare.console.error');

const shared = globalThis as { [AS_IT_WAS]?: typeof console.error };

/** Writes a line of which it is known that nothing personal is in it. */
export const plainError = (line: object): void =>
  (shared[AS_IT_WAS] ?? console.error)(JSON.stringify(line));

/**
 * From now on nothing that a visitor typed reaches the terminal through the console, whoever writes
 * there: Next writes whole errors, and their messages repeat values.
 */
export function quietConsole(): void {
  if (shared[AS_IT_WAS]) return;
  shared[AS_IT_WAS] = console.error.bind(console);
  for (const method of METHODS) {
    const write = console[method].bind(console);
    console[method] = function quiet(...args: unknown[]) {
      const error = args.find((arg) => arg instanceof Error);
      const told = error ? failureOf(error) : args.map((words) => saidIn(words, quiet));
      write(JSON.stringify({ at: new Date().toISOString(), console: method, told }));
    };
  }
}
