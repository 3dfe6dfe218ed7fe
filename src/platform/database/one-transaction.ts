import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload';

/**
 * Does the work in one transaction of this request: all of it is written, or nothing.
 * @throws the work's own error, or the one of the commit
 */
export async function inOneTransaction<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  await initTransaction(req);
  try {
    const result = await work();
    await commitTransaction(req);
    return result;
  } catch (error) {
    await killTransaction(req);
    throw error;
  }
}
