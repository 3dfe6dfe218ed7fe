import type { Payload } from 'payload';
import type { MessageName } from './messages.ts';
import { OUTBOX } from './outbox-slug.ts';
import type { OutboxJob } from './shown/state.ts';

/** The Mongoose model of the jobs, for what Payload's own API cannot do in one step. */
export const outboxOf = ({ db }: Payload) => {
  const model = db.collections[OUTBOX];
  if (!model) throw new Error('There is no collection of jobs.');
  return model;
};

/** All messages of this name that have neither gone nor failed for good, in hand or not. */
export async function waitingJobs(
  api: Payload,
  name: MessageName,
): Promise<Pick<OutboxJob, 'id' | 'input'>[]> {
  const jobs = await outboxOf(api)
    .find({ taskSlug: name, completedAt: null, hasError: { $ne: true } }, { input: 1 })
    .lean();
  return jobs.map(({ _id, input }) => ({ id: String(_id), input }));
}

/** Takes messages out of the outbox that have gone with another one. */
export async function removeJobs(api: Payload, ids: readonly string[]): Promise<void> {
  await outboxOf(api).deleteMany({ _id: { $in: ids } });
}
