/** Next's hook for the start of a process: boots the web process before it serves requests, and redacts the console. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { bootOrExit } = await import('#server/boot/boot-or-exit.ts');
    await bootOrExit();
    if (process.env.NODE_ENV === 'production') {
      const { redactConsole } = await import('#platform/log/redact-console.ts');
      redactConsole();
    }
  }
}
