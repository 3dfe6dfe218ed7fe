import type { Payload } from 'payload';
import { cache } from 'react';

/** The time zone in which the Site answers; read once for each page of the admin. */
export const siteZone = cache(async (payload: Payload): Promise<string> => {
  const { timeZone } = await payload.findGlobal({
    slug: 'site',
    depth: 0,
    select: { timeZone: true },
    // Anyone may read it: it stands on the site.
    overrideAccess: false,
  });
  return timeZone ?? 'UTC';
});
