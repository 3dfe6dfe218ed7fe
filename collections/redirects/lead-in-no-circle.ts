import { type CollectionBeforeValidateHook, ValidationError } from 'payload';
import { MOST_HOPS, pathOnSite } from '#domain/redirects.ts';
import { env } from '#env.ts';
import type { Redirect } from '#payload-types.ts';

/**
 * Whoever follows a redirect arrives: none leads back to where it began, by whatever way round.
 * @throws ValidationError at the destination
 */
export const leadInNoCircle: CollectionBeforeValidateHook<Redirect> = async ({
  data,
  originalDoc,
  req,
}) => {
  const refuse = (message: string): never => {
    const errors = [{ path: 'to.address', message }];
    throw new ValidationError({ collection: 'redirects', errors, req });
  };
  let next = pathIn(data?.to);
  for (let count = 1; next; count++) {
    if (next === data?.from) refuse(`This leads back to “${next}”. Choose another destination.`);
    if (count > MOST_HOPS)
      refuse('Too many redirects lead on from there. Choose the last address.');
    const { docs } = await req.payload.find({
      collection: 'redirects',
      where: { from: { equals: next }, id: { not_equals: originalDoc?.id ?? null } },
      limit: 1,
      pagination: false,
      depth: 0,
      // System: where an address leads does not depend on who asks.
      overrideAccess: true,
      req,
    });
    next = pathIn(docs[0]?.to);
  }
  return data;
};

/** A document is the end of the way; only an address of the site can lead on. */
const pathIn = (to: Partial<Redirect['to']> | undefined): string | undefined =>
  to?.type === 'address' && to.address
    ? pathOnSite(to.address, new URL(env.SITE_URL).origin)
    : undefined;
