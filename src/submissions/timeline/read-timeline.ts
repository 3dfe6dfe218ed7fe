import type { Endpoint, PayloadRequest } from 'payload';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { idOf, idsOf } from '#domain/relationship.ts';
import { EVENT_TYPE_LABELS, type EventType } from '#domain/statuses.ts';
import { formatMoment } from '#domain/time-zone.ts';

/** An event of a timeline, as the admin shows it. */
export interface TimelineEventView {
  id: string;
  type: EventType;
  label: string;
  text: string;
  /** ISO instant. */
  at: string;
  /** The time in words, in the Site's time zone. */
  when: string;
  /** Name of the staff member who acted; left out where the visitor or the platform did. */
  who?: string;
}

/** Reads the timeline of a submission, oldest event first, with the access of the user of `req`. */
export async function readTimeline(req: PayloadRequest, id: string): Promise<TimelineEventView[]> {
  const [{ docs: events }, { timeZone }] = await Promise.all([
    req.payload.find({
      collection: 'submission-events',
      where: { submission: { equals: id } },
      sort: ['at', 'id'],
      depth: 0,
      pagination: false,
      overrideAccess: false,
      req,
    }),
    req.payload.findGlobal({ slug: 'site', depth: 0, overrideAccess: false, req }),
  ]);
  const names = await namesOf(req, idsOf(events.flatMap(({ actor }) => actor ?? [])));
  return events.map(({ id, type, text, at, actor }) => ({
    id,
    type,
    label: EVENT_TYPE_LABELS[type],
    text,
    at,
    when: formatMoment(new Date(at), timeZone ?? 'UTC', DEFAULT_LOCALE),
    who: names.get(idOf(actor) ?? ''),
  }));
}

async function namesOf(req: PayloadRequest, ids: string[]): Promise<Map<string, string>> {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { id: { in: ids } },
    depth: 0,
    pagination: false,
    select: { name: true },
    // System: colleagues see each other's names on requests, but not each other's accounts.
    overrideAccess: true,
    req,
  });
  return new Map(docs.map(({ id, name }) => [id, name]));
}

/** Serves the timeline to the page of a submission, which reloads it after each change. */
export const timelineEndpoint: Endpoint = {
  path: '/:id/timeline',
  method: 'get',
  handler: async (req) => {
    const events = await readTimeline(req, String(req.routeParams?.id));
    return Response.json(events, { headers: { 'Cache-Control': 'private, no-store' } });
  },
};
