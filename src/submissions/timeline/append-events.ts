import type { PayloadRequest } from 'payload';
import type { SubmissionEvent } from '#payload-types.ts';
import { driverCollection } from '#platform/database/driver-collection.ts';

/** An event, apart from the submission that it belongs to. */
type TimelineEvent = Pick<SubmissionEvent, 'type' | 'text' | 'at'> & {
  /** Id of the staff member who acted; left out where the visitor or the platform did. */
  actor?: string;
};

type SubmissionTimelineEvent = TimelineEvent & {
  /** Id of the submission. */
  submission: string;
};

/** Adds an event to the timeline of a submission, in the transaction of `req`. */
export async function addTimelineEvent(
  event: SubmissionTimelineEvent,
  req: PayloadRequest,
): Promise<void> {
  await req.payload.db.create({
    collection: 'submission-events',
    data: event,
    req,
    returning: false,
  });
}

/**
 * Adds the same events to the timeline of each submission with one write, in the transaction of `req`.
 * @param submissions `ObjectId`s
 */
export async function addTimelineEventsToEach(
  submissions: readonly unknown[],
  events: readonly TimelineEvent[],
  req: PayloadRequest,
): Promise<void> {
  if (submissions.length === 0) return;
  const { collection, session, ObjectId } = await driverCollection('submission-events', req);
  const documents = events.map(({ actor, at, ...event }) => ({
    ...event,
    ...(actor && { actor: new ObjectId(actor) }),
    at: new Date(at),
  }));
  await collection.insertMany(
    submissions.flatMap((submission) => documents.map((event) => ({ submission, ...event }))),
    { session },
  );
}
