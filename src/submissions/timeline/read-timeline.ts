import type { Endpoint, PayloadRequest } from 'payload';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { idOf, idsOf } from '#domain/relation.ts';
import { EVENT_TYPE_LABELS, type EventType } from '#domain/statuses.ts';
import { momentInWords } from '#domain/time-zone.ts';

/** A line of a timeline as it is shown. */
export interface TimelineLine {
  id: string;
  type: EventType;
  label: string;
  text: string;
  /** ISO instant. */
  at: string;
  /** The moment in words, in the Site's time zone. */
  when: string;
  /** The colleague who did it; left out where the visitor or the platform acted. */
  who?: string;
}

/** What has happened to a request, oldest first, for somebody who may see it. */
export async function readTimeline(req: PayloadRequest, id: string): Promise<TimelineLine[]> {
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
    when: momentInWords(new Date(at), timeZone ?? 'UTC', DEFAULT_LOCALE),
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

/** The timeline for the page of a request, which asks for it again after each change. */
export const timelineEndpoint: Endpoint = {
  path: '/:id/timeline',
  method: 'get',
  handler: async (req) => {
    const lines = await readTimeline(req, String(req.routeParams?.id));
    return Response.json(lines, { headers: { 'Cache-Control': 'private, no-store' } });
  },
};
