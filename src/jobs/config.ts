import type { JobsConfig } from 'payload';
import { nobody } from '#platform/access/rules.ts';
import { MESSAGE_NAMES } from '#submissions/messages/messages.ts';
import { asMessages } from '#submissions/messages/shown/collection.ts';
import { sendMessage } from './send-message.ts';

/**
 * All jobs. Messages are the outbox: each is a job, queued in the transaction of what it is about and
 * run by the worker. A job that succeeded is deleted; one that failed for good stays.
 */
export const jobs: JobsConfig = {
  deleteJobOnComplete: true,
  // Only the worker runs jobs, and only our code queues them.
  access: { run: nobody, queue: nobody, cancel: nobody },
  tasks: MESSAGE_NAMES.map(sendMessage),
  jobsCollectionOverrides: ({ defaultJobsCollection }) =>
    asMessages({
      ...defaultJobsCollection,
      fields: [
        ...defaultJobsCollection.fields,
        // A worker that was killed says nothing: past this, another one takes the job up.
        { name: 'leasedUntil', type: 'date', admin: { hidden: true } },
        // It waits for the next hour: in this one, as many texts went out as Site allows.
        { name: 'overHourlyLimit', type: 'checkbox', admin: { hidden: true } },
      ],
    }),
};
