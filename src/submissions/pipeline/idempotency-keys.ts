import { createHmac, randomBytes } from 'node:crypto';
import { CONTENT_KEY_PREFIX } from '#domain/content-key.ts';
import type { SubmissionInput } from '#forms/submission-schema.ts';
import { env } from '#platform/environment/env.ts';
import { deriveLastingSecret } from './derived-secrets.ts';
import type { SubmissionPayload } from './submission-payload.ts';

const BUCKET_MS = 10 * 60_000;

/** Returns a new random idempotency key, for one rendering of a form. */
export const newIdempotencyKey = (): string => randomBytes(16).toString('base64url');

/**
 * Keyed, so that a stored hash reveals nothing of the answers. Its secret stays the same when
 * `PAYLOAD_SECRET` changes.
 */
const hashParts = (...parts: string[]): string =>
  hmac(deriveLastingSecret('prints of requests'), parts);

/** The former hash, under `PAYLOAD_SECRET`. Submissions stored before the change are identified by it. */
const hashPartsAsBefore = (...parts: string[]): string => hmac(env.PAYLOAD_SECRET ?? '', parts);

const hmac = (secret: string, parts: string[]): string =>
  createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url');

/**
 * Hashes the content of a submission: two with the same fingerprint are the same submission. Page, locale,
 * time zone and spam signals are left out, because a retry can send different ones.
 */
export const fingerprintOf = (submission: SubmissionInput): string =>
  hashParts('request', canonicalJson(contentOf(submission)));

/** True if the stored fingerprint, current or former, is that of this submission. */
export const isFingerprintOf = (stored: string, submission: SubmissionInput): boolean =>
  stored === fingerprintOf(submission) ||
  stored === hashPartsAsBefore('request', canonicalJson(contentOf(submission)));

/**
 * Returns the keys that a submission is stored under; a unique index accepts each key once. Without an
 * idempotency key, they are derived from the fingerprint and the current and next ten-minute bucket, so that
 * two clicks on either side of a boundary share one.
 */
export function idempotencyKeysFor(
  key: string | undefined,
  fingerprint: string,
  now: Date,
): string[] {
  if (key) return [`sent:${key}`];
  const bucket = Math.floor(now.getTime() / BUCKET_MS);
  return [bucket, bucket + 1].map(
    (n) => CONTENT_KEY_PREFIX + hashParts('key', fingerprint, String(n)),
  );
}

/**
 * Returns the key that finds a replay without validating it: the submission was valid the first time, even
 * if its time slot is over or its form is gone. Undefined without an idempotency key.
 */
export const contentKey = (submission: SubmissionPayload): string | undefined =>
  contentKeys(submission)[0];

/** All content keys that may be stored for a submission, the current form first. */
export const contentKeys = ({ idempotencyKey, body }: SubmissionPayload): string[] =>
  idempotencyKey
    ? [hashParts, hashPartsAsBefore].map(
        (hash) => `same:${hash('same', idempotencyKey, canonicalJson(contentOf(body)))}`,
      )
    : [];

const contentOf = ({
  callToAction,
  answers,
  consent,
  voicemail,
  receiptByMail,
}: Partial<SubmissionInput>) => ({
  callToAction,
  answers,
  consent,
  voicemail,
  // Clients of the JSON API may omit it.
  receiptByMail: receiptByMail === true,
});

/** Serializes a value with the properties of each object sorted by name. */
const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))
      : inner,
  );
