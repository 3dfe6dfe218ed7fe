import type { UIFieldServerProps } from 'payload';
import { readTimeline } from '#submissions/timeline/read-timeline.ts';
import { Timeline } from './timeline.tsx';

/** The timeline of a submission. */
export async function SubmissionTimeline({ id, req }: UIFieldServerProps) {
  if (!id) return null;
  return <Timeline submissionId={String(id)} initialEvents={await readTimeline(req, String(id))} />;
}
