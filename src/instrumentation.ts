/** Runs once in a web process, before it answers its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { bootOrExit } = await import('#server/boot/boot-or-exit.ts');
    await bootOrExit();
    if (process.env.NODE_ENV === 'production') {
      const { quietConsole } = await import('#platform/http/quiet-console.ts');
      quietConsole();
    }
  }
}
