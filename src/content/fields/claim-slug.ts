import type { PayloadRequest } from 'payload';
import { isDuplicateKeyError } from '#platform/database/mongo-errors.ts';

const CLAIMS = 'slug-claims';
/**
 * Longer than a create takes, and shorter than somebody needs to try again after a create that failed: its claim is not
 * rolled back.
 */
const VALID_MS = 2_000;

/** A document that is being created, by collection and slug. */
interface Claim {
  _id: string;
  at: Date;
}

/**
 * Claims a slug for a document that is being created, so that documents created at the same time get different ones.
 * The claim is written outside the transaction of `req`, where the others can see it.
 * @returns false if another document has claimed it a moment ago
 */
export async function claimSlug(
  collection: string,
  slug: string,
  { payload }: Pick<PayloadRequest, 'payload'>,
): Promise<boolean> {
  const claims = claimsOf(payload);
  const at = new Date();
  const expired = { at: { $lt: new Date(at.getTime() - VALID_MS) } };
  await claims.deleteMany(expired);
  try {
    await claims.insertOne({ _id: claimId(collection, slug), at });
    return true;
  } catch (error) {
    if (isDuplicateKeyError(error)) return false;
    throw error;
  }
}

/** Releases the slug of a document that has got another one. */
export async function releaseSlug(
  collection: string,
  slug: string,
  { payload }: Pick<PayloadRequest, 'payload'>,
): Promise<void> {
  await claimsOf(payload).deleteOne({ _id: claimId(collection, slug) });
}

const claimsOf = ({ db }: PayloadRequest['payload']) => db.connection.collection<Claim>(CLAIMS);

const claimId = (collection: string, slug: string): string => `${collection}/${slug}`;
