import { payload } from './payload.ts';

/** A worker without a heartbeat for this long counts as stopped. */
const HEARTBEAT_TIMEOUT_MS = 15_000;

interface Heartbeat {
  _id: string;
  at: Date;
}

async function heartbeatCollection() {
  const { db } = (await payload()).db.connection;
  if (!db) throw new Error('There is no connection.');
  return db.collection<Heartbeat>('worker-beats');
}

/** Records a worker's heartbeat, and deletes heartbeats older than an hour. */
export async function recordHeartbeat(worker: string): Promise<void> {
  const heartbeats = await heartbeatCollection();
  await heartbeats.updateOne({ _id: worker }, { $set: { at: new Date() } }, { upsert: true });
  await heartbeats.deleteMany({ at: { $lt: new Date(Date.now() - 60 * 60_000) } });
}

/** Deletes the heartbeat of a worker that stops, so that readiness need not wait for the timeout. */
export async function deleteHeartbeat(worker: string): Promise<void> {
  await (await heartbeatCollection()).deleteOne({ _id: worker });
}

/** True if a worker recorded a heartbeat in the last 15 s. */
export async function hasLiveWorker(): Promise<boolean> {
  const recent = { at: { $gte: new Date(Date.now() - HEARTBEAT_TIMEOUT_MS) } };
  return (await (await heartbeatCollection()).findOne(recent)) !== null;
}
