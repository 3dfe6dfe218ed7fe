import type { JobsConfig } from 'payload';
import { nobody } from '#platform/access/rules.ts';
import { toMessagesCollection } from '#submissions/messages/admin/messages-collection.ts';
import { MESSAGE_NAMES } from '#submissions/messages/messages.ts';
import { createMessageTask } from './message-task.ts';

/**
 * All jobs. Payload's collection of jobs is the outbox: each message is a job, queued in the transaction of the
 * submission that it is about and run by the worker. Successful jobs are deleted; those that failed for good stay.
 */
export const jobs: JobsConfig = {
  deleteJobOnComplete: true,
  // Only the worker runs jobs, and only our code queues them.
  access: { run: nobody, queue: nobody, cancel: nobody },
  tasks: MESSAGE_NAMES.map(createMessageTask),
  jobsCollectionOverrides: ({ defaultJobsCollection }) =>
    toMessagesCollection({
      ...defaultJobsCollection,
      fields: [
        ...defaultJobsCollection.fields,
        // After this time the worker counts as dead, and another one claims the job.
        { name: 'leasedUntil', type: 'date', admin: { hidden: true } },
        // The text waits for the next hour because the hourly limit of Site is reached.
        { name: 'overHourlyLimit', type: 'checkbox', admin: { hidden: true } },
      ],
    }),
};
