import { createHash } from 'node:crypto';
import type { PayloadRequest } from 'payload';
import type { Client } from './client.ts';
import type { ConsentEvidence } from './consent.ts';

/** The stored request that the consent belongs to, and the page on which it was asked for. */
interface For {
  submission: string;
  page: string | null | undefined;
}

/** Writes the evidence of a consent: the one place that can. With an erased request its sender goes. Runs in the transaction of `req`. */
export async function recordConsent(
  evidence: ConsentEvidence,
  { submission, page }: For,
  { address, userAgent, at }: Client,
  req: PayloadRequest,
): Promise<void> {
  await req.payload.db.create({
    collection: 'consent-records',
    data: {
      ...evidence,
      hash: hashOf(evidence.wording),
      submission,
      page,
      address,
      userAgent,
      recordedAt: at.toISOString(),
    },
    req,
    returning: false,
  });
}

/** SHA-256 of the wording as shown, in UTF-8, as 64 hexadecimal digits. */
export const hashOf = (wording: string): string =>
  createHash('sha256').update(wording, 'utf8').digest('hex');
