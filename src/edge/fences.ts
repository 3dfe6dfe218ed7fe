import { type Db, ObjectId } from 'mongodb';

/** MongoDB's name of their collection. */
export const FENCES = 'edge-fences';
const FENCE_TTL_S = 60 * 60;

/** A marker document; once its insert appears in the change stream, so has every write before it. */
interface Fence {
  _id: ObjectId;
  at: Date;
}

/** The fences of one connection: those of a lost connection are never acknowledged. */
export interface Fences {
  /** Makes MongoDB delete old fences. */
  expireOld(): Promise<unknown>;
  /** Writes a fence, and waits until it is acknowledged. */
  write(): Promise<void>;
  /** Takes the id of a document that the change stream reports, and acknowledges its fence, if it is one. */
  acknowledge(id: unknown): void;
}

/** Returns fences without any pending one. */
export function createFences(database: Db): Fences {
  const fences = database.collection<Fence>(FENCES);
  const pending = new Map<string, () => void>();
  return {
    expireOld: () => fences.createIndex({ at: 1 }, { expireAfterSeconds: FENCE_TTL_S }),
    async write() {
      const _id = new ObjectId();
      const { promise, resolve } = Promise.withResolvers<void>();
      pending.set(String(_id), resolve);
      try {
        await fences.insertOne({ _id, at: new Date() });
        await promise;
      } finally {
        pending.delete(String(_id));
      }
    },
    acknowledge: (id) => pending.get(String(id))?.(),
  };
}
