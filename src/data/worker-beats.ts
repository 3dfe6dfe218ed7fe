import { payload } from './payload.ts';

const FRESH_MS = 15_000;

interface Beat {
  _id: string;
  at: Date;
}

async function beats() {
  const { db } = (await payload()).db.connection;
  if (!db) throw new Error('There is no connection.');
  return db.collection<Beat>('worker-beats');
}

/** A worker says that it is there. */
export async function beat(worker: string): Promise<void> {
  const all = await beats();
  await all.updateOne({ _id: worker }, { $set: { at: new Date() } }, { upsert: true });
  await all.deleteMany({ at: { $lt: new Date(Date.now() - 60 * 60_000) } });
}

/** A worker that ends says so: nobody has to wait to know it. */
export async function endBeat(worker: string): Promise<void> {
  await (await beats()).deleteOne({ _id: worker });
}

/** Whether a worker has said within 15 s that it is there. */
export async function isBeating(): Promise<boolean> {
  const fresh = { at: { $gte: new Date(Date.now() - FRESH_MS) } };
  return (await (await beats()).findOne(fresh)) !== null;
}
