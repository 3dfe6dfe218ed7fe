import type { Endpoint, Where } from 'payload';
import { normalizeEmail } from '#domain/email.ts';
import { toE164 } from '#domain/phone.ts';
import { STATUS_LABELS, type Status } from '#domain/statuses.ts';
import { KIND_LABELS, type SubmissionKind } from '#domain/submission-kinds.ts';

const MAX_RESULTS = 20;

/** A submission that matches a search, as the admin shows it. */
export interface SubmissionMatch {
  id: string;
  reference: string;
  name: string;
  kind: string;
  status: string;
}

/** Matches submissions with a field that contains the text; a phone number matches however it is written. */
function createSearchFilter(text: string): Where {
  const digits = text.replace(/\D/g, '');
  const phoneE164 = toE164(text);
  return {
    or: [
      { reference: { contains: text } },
      { name: { contains: text } },
      { email: { contains: text } },
      { normalizedEmail: { contains: normalizeEmail(text) ?? text } },
      { phone: { contains: text } },
      ...(phoneE164 ? [{ phoneE164: { equals: phoneE164 } }] : []),
      ...(digits.length >= 4 ? [{ phoneE164: { contains: digits } }] : []),
    ],
  };
}

/**
 * Finds submissions by name, email address, phone number or reference. It is a POST, because the search text
 * is personal data and must not be in a URL.
 */
export const findSubmissionsEndpoint: Endpoint = {
  path: '/find',
  method: 'post',
  handler: async (req) => {
    const body: unknown = await req.json?.().catch(() => undefined);
    const text = searchTextIn(body);
    if (!text)
      return Response.json({ errors: [{ message: 'Say what to find.' }] }, { status: 400 });
    const { docs } = await req.payload.find({
      collection: 'form-submissions',
      where: createSearchFilter(text),
      sort: '-receivedAt',
      limit: MAX_RESULTS,
      pagination: false,
      depth: 0,
      select: { reference: true, name: true, kind: true, status: true },
      overrideAccess: false,
      req,
    });
    return Response.json(docs.map(toMatch), { headers: { 'Cache-Control': 'private, no-store' } });
  },
};

const toMatch = (doc: {
  id: string;
  reference: string;
  name?: string | null;
  kind: SubmissionKind;
  status: Status;
}): SubmissionMatch => ({
  id: doc.id,
  reference: doc.reference,
  name: doc.name ?? '',
  kind: KIND_LABELS[doc.kind],
  status: STATUS_LABELS[doc.status],
});

function searchTextIn(body: unknown): string {
  const words = typeof body === 'object' && body && 'words' in body ? body.words : undefined;
  return typeof words === 'string' ? words.trim().slice(0, 200) : '';
}
