import type { Payload } from 'payload';
import { cache } from 'react';

/** Loads the Site's time zone, once for each page of the admin. */
export const loadSiteTimeZone = cache(async (payload: Payload): Promise<string> => {
  const { timeZone } = await payload.findGlobal({
    slug: 'site',
    depth: 0,
    select: { timeZone: true },
    // The Site is public.
    overrideAccess: false,
  });
  return timeZone ?? 'UTC';
});
