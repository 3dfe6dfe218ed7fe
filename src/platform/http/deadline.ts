/** Something took longer than anybody should wait for it. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/**
 * Waits for the work, but no longer than so many milliseconds. The work itself goes on.
 * @throws TooLate
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate(`No answer within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
