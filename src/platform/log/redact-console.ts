import { callerOf, failureOf } from './failure.ts';

const METHODS = ['error', 'warn', 'log', 'info', 'debug', 'trace'] as const;

/** A global, because Next bundles this module more than once but the process has one console. */
const ORIGINAL_CONSOLE_ERROR = Symbol.for('throughcare.console.error');

const shared = globalThis as { [ORIGINAL_CONSOLE_ERROR]?: typeof console.error };

/** Writes one JSON line to the log. The caller guarantees that it contains nothing personal. */
export const writeLogLine = (line: object): void =>
  (shared[ORIGINAL_CONSOLE_ERROR] ?? console.error)(JSON.stringify(line));

/**
 * Redacts everything that is written to the console of this process: of errors the name, code and frames remain, of
 * texts only where they come from. Needed because Next writes whole errors, whose messages contain values.
 */
export function redactConsole(): void {
  if (shared[ORIGINAL_CONSOLE_ERROR]) return;
  shared[ORIGINAL_CONSOLE_ERROR] = console.error.bind(console);
  for (const method of METHODS) {
    const write = console[method].bind(console);
    console[method] = function redacted(...args: unknown[]) {
      const error = args.find((arg) => arg instanceof Error);
      const source = error ? { error: failureOf(error) } : { by: callerOf(redacted) };
      write(JSON.stringify({ at: new Date().toISOString(), console: method, ...source }));
    };
  }
}
