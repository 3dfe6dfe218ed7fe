import type { Payload } from 'payload';
import type { OutboxJob } from './admin/message-state.ts';
import type { MessageName } from './messages.ts';
import { OUTBOX } from './outbox-slug.ts';

/** Returns the Mongoose model of the jobs, for atomic updates that Payload's API does not offer. */
export const outboxModel = ({ db }: Payload) => {
  const model = db.collections[OUTBOX];
  if (!model) throw new Error('The collection payload-jobs has no model.');
  return model;
};

/** Finds all jobs of a message that are neither sent nor failed for good, including those that are running. */
export async function findWaitingJobs(
  api: Payload,
  name: MessageName,
): Promise<Pick<OutboxJob, 'id' | 'input'>[]> {
  const jobs = await outboxModel(api)
    .find({ taskSlug: name, completedAt: null, hasError: { $ne: true } }, { input: 1 })
    .lean();
  return jobs.map(({ _id, input }) => ({ id: String(_id), input }));
}

/** Removes jobs from the outbox. */
export async function removeJobs(api: Payload, ids: readonly string[]): Promise<void> {
  await outboxModel(api).deleteMany({ _id: { $in: ids } });
}
