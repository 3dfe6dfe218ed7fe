/**
 * Logs what went wrong: where, the kind of error, and the code it passed through. Never its message,
 * which can repeat what a visitor typed.
 */
export function logFailure(where: string, error: unknown): void {
  const { name, code, stack }: Partial<Error & { code: unknown }> =
    error instanceof Error ? error : { name: typeof error };
  const frames = (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6);
  console.error(JSON.stringify({ at: new Date().toISOString(), where, name, code, frames }));
}
