import type { PayloadRequest, TextFieldSingleValidation } from 'payload';
import { parseHref } from '#domain/href.ts';
import { MAX_REDIRECT_HOPS, normalizeRedirectPath, toSitePath } from '#domain/redirects.ts';
import type { Redirect } from '#payload-types.ts';
import { env } from '#platform/environment/env.ts';

const { origin } = new URL(env.SITE_URL);

/** Accepts web addresses and paths of this site that do not lead back to the redirect itself. */
export const validateDestination: TextFieldSingleValidation = (value, { data, id, req }) => {
  const address = parseHref(value, origin)?.href ?? '';
  const path = toSitePath(address, origin);
  if (!/^(?:https?:|\/)/i.test(address)) {
    return 'Enter an address that begins with https://, or with / for a page of this site.';
  }
  const { from } = data as Partial<Redirect>;
  // The admin validates while an editor types: `from` may still be empty.
  return path && typeof from === 'string'
    ? validateChain(normalizeRedirectPath(from, origin), path, id, req)
    : true;
};

async function validateChain(
  from: string,
  to: string,
  id: string | number | undefined,
  req: PayloadRequest,
): Promise<string | true> {
  let next: string | undefined = to;
  for (let count = 1; next; count++) {
    if (next === from) return `This leads back to “${from}”. Choose another destination.`;
    if (count > MAX_REDIRECT_HOPS)
      return 'Too many redirects lead on from there. Choose the last address.';
    const { docs } = await req.payload.find({
      collection: 'redirects',
      where: { from: { equals: next }, id: { not_equals: id ?? null } },
      limit: 1,
      pagination: false,
      depth: 0,
      // System: where a redirect leads does not depend on the user.
      overrideAccess: true,
      req,
    });
    next = internalPath(docs[0]?.to);
  }
  return true;
}

/** Returns the path if the destination is an address of this site; a document ends the chain. */
const internalPath = (to: Redirect['to'] | undefined): string | undefined =>
  to?.type === 'address' && to.address ? toSitePath(to.address, origin) : undefined;
