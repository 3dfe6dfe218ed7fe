import { createHash } from 'node:crypto';
import type { PayloadRequest } from 'payload';
import type { Client } from './client.ts';
import type { ConsentEvidence } from './consent-evidence.ts';

/** The stored submission that the consent belongs to, and the page that asked for it. */
interface ConsentContext {
  submission: string;
  page: string | null | undefined;
}

/**
 * Writes a consent record, in the transaction of `req`. Nothing else can create one. Erasing the submission
 * later removes the client's address and browser from it.
 */
export async function recordConsent(
  evidence: ConsentEvidence,
  { submission, page }: ConsentContext,
  { address, userAgent, receivedAt }: Client,
  req: PayloadRequest,
): Promise<void> {
  await req.payload.db.create({
    collection: 'consent-records',
    data: {
      ...evidence,
      hash: hashWording(evidence.wording),
      submission,
      page,
      address,
      userAgent,
      recordedAt: receivedAt.toISOString(),
    },
    req,
    returning: false,
  });
}

/** Returns the SHA-256 of the wording as shown, in UTF-8, as 64 hexadecimal digits. */
export const hashWording = (wording: string): string =>
  createHash('sha256').update(wording, 'utf8').digest('hex');
