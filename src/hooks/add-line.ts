import type { PayloadRequest } from 'payload';
import type { SubmissionEvent } from '#payload-types.ts';

/** A line of a request's timeline, before it is written. */
type Line = Pick<SubmissionEvent, 'type' | 'text' | 'at'> & {
  /** The request. */
  submission: string;
  /** The colleague who did it; left out where the visitor or the platform acted. */
  actor?: string;
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
