import type { UIFieldServerProps } from 'payload';
import { readTimeline } from '#submissions/timeline/read-timeline.ts';
import { Timeline } from './timeline.tsx';

/** What has happened to a request. */
export async function RequestTimeline({ id, req }: UIFieldServerProps) {
  if (!id) return null;
  return <Timeline request={String(id)} lines={await readTimeline(req, String(id))} />;
}
