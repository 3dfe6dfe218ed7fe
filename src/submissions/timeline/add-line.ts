import type { PayloadRequest } from 'payload';
import type { SubmissionEvent } from '#payload-types.ts';
import { inDriver } from '#platform/database/in-driver.ts';

type Told = Pick<SubmissionEvent, 'type' | 'text' | 'at'> & {
  /** The colleague who did it; left out where the visitor or the platform acted. */
  actor?: string;
};

/** A line of a request's timeline, before it is written. */
type Line = Told & {
  /** The request. */
  submission: string;
};

/** Writes a line of a timeline, in the transaction of what it tells of. */
export async function addLine(line: Line, req: PayloadRequest): Promise<void> {
  await req.payload.db.create({
    collection: 'submission-events',
    data: line,
    req,
    returning: false,
  });
}

/**
 * Writes these lines into each of many timelines at once, in the transaction of what they tell of.
 * @param submissions ids of the requests, as the database has them
 */
export async function addLinesToEach(
  submissions: readonly unknown[],
  lines: readonly Told[],
  req: PayloadRequest,
): Promise<void> {
  if (submissions.length === 0) return;
  const { collection, session, ObjectId } = await inDriver('submission-events', req);
  const stored = lines.map(({ actor, at, ...line }) => ({
    ...line,
    ...(actor && { actor: new ObjectId(actor) }),
    at: new Date(at),
  }));
  await collection.insertMany(
    submissions.flatMap((submission) => stored.map((line) => ({ submission, ...line }))),
    { session },
  );
}
