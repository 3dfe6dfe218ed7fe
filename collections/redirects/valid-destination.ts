import type { PayloadRequest, TextFieldSingleValidation } from 'payload';
import { addressIn } from '#domain/href.ts';
import { MOST_HOPS, normalPath, pathOnSite } from '#domain/redirects.ts';
import type { Redirect } from '#payload-types.ts';
import { env } from '#platform/environment/env.ts';

const { origin } = new URL(env.SITE_URL);

/**
 * Whoever follows a redirect arrives: at a page, not at a phone number, and by no way that leads back to
 * where it began.
 */
export const validDestination: TextFieldSingleValidation = (value, { data, id, req }) => {
  const address = addressIn(value, origin)?.href ?? '';
  const path = pathOnSite(address, origin);
  if (!/^(?:https?:|\/)/i.test(address)) {
    return 'Enter an address that begins with https://, or with / for a page of this site.';
  }
  const { from } = data as Partial<Redirect>;
  // In the admin it is asked of what is typed, too.
  return path && typeof from === 'string' ? leadsOn(normalPath(from, origin), path, id, req) : true;
};

async function leadsOn(
  from: string,
  to: string,
  id: string | number | undefined,
  req: PayloadRequest,
): Promise<string | true> {
  let next: string | undefined = to;
  for (let count = 1; next; count++) {
    if (next === from) return `This leads back to “${from}”. Choose another destination.`;
    if (count > MOST_HOPS) return 'Too many redirects lead on from there. Choose the last address.';
    const { docs } = await req.payload.find({
      collection: 'redirects',
      where: { from: { equals: next }, id: { not_equals: id ?? null } },
      limit: 1,
      pagination: false,
      depth: 0,
      // System: where an address leads does not depend on who asks.
      overrideAccess: true,
      req,
    });
    next = pathIn(docs[0]?.to);
  }
  return true;
}

/** A document is the end of the way; only an address of the site can lead on. */
const pathIn = (to: Redirect['to'] | undefined): string | undefined =>
  to?.type === 'address' && to.address ? pathOnSite(to.address, origin) : undefined;
