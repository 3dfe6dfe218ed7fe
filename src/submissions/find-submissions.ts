import type { Endpoint, Where } from 'payload';
import { normalizeEmail } from '#domain/email.ts';
import { toE164 } from '#domain/phone.ts';
import { STATUS_LABELS, type Status } from '#domain/statuses.ts';
import { KIND_LABELS, type SubmissionKind } from '#domain/submission-kinds.ts';

const MOST = 20;

/** A request that matches what was searched for. */
export interface Match {
  id: string;
  reference: string;
  name: string;
  kind: string;
  status: string;
}

/** Everything typed must be found in one of the fields; a phone number by its digits, however written. */
function matching(words: string): Where {
  const digits = words.replace(/\D/g, '');
  const phoneE164 = toE164(words);
  return {
    or: [
      { reference: { contains: words } },
      { name: { contains: words } },
      { email: { contains: words } },
      { normalizedEmail: { contains: normalizeEmail(words) ?? words } },
      { phone: { contains: words } },
      ...(phoneE164 ? [{ phoneE164: { equals: phoneE164 } }] : []),
      ...(digits.length >= 4 ? [{ phoneE164: { contains: digits } }] : []),
    ],
  };
}

/**
 * Finds requests by a name, an email address, a phone number or a reference. It is a post, because
 * what is searched for is about a person and has no place in an address.
 */
export const findEndpoint: Endpoint = {
  path: '/find',
  method: 'post',
  handler: async (req) => {
    const sent: unknown = await req.json?.().catch(() => undefined);
    const words = wordsIn(sent);
    if (!words)
      return Response.json({ errors: [{ message: 'Say what to find.' }] }, { status: 400 });
    const { docs } = await req.payload.find({
      collection: 'form-submissions',
      where: matching(words),
      sort: '-receivedAt',
      limit: MOST,
      pagination: false,
      depth: 0,
      select: { reference: true, name: true, kind: true, status: true },
      overrideAccess: false,
      req,
    });
    return Response.json(docs.map(match), { headers: { 'Cache-Control': 'private, no-store' } });
  },
};

const match = (doc: {
  id: string;
  reference: string;
  name?: string | null;
  kind: SubmissionKind;
  status: Status;
}): Match => ({
  id: doc.id,
  reference: doc.reference,
  name: doc.name ?? '',
  kind: KIND_LABELS[doc.kind],
  status: STATUS_LABELS[doc.status],
});

function wordsIn(sent: unknown): string {
  const words = typeof sent === 'object' && sent && 'words' in sent ? sent.words : undefined;
  return typeof words === 'string' ? words.trim().slice(0, 200) : '';
}
