import { createHmac, randomBytes } from 'node:crypto';
import { MADE_KEY } from '#domain/made-key.ts';
import type { SubmissionInput } from '#forms/submission-schema.ts';
import { env } from '#platform/environment/env.ts';
import { lastingSecretFor } from './secrets.ts';
import type { SubmissionPayload } from './submission-payload.ts';

const BUCKET_MS = 10 * 60_000;

/** A key for one rendering of a form. */
export const newKey = (): string => randomBytes(16).toString('base64url');

/** Keyed, so that a stored print tells nothing of what was typed; it outlives a change of secrets. */
const print = (...parts: string[]): string => keyed(lastingSecretFor('prints of requests'), parts);

/** As prints were made before they outlived a change of secrets; requests of that time are known by them. */
const formerPrint = (...parts: string[]): string => keyed(env.PAYLOAD_SECRET ?? '', parts);

const keyed = (secret: string, parts: string[]): string =>
  createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url');

/**
 * The print of all that makes a request what it is: two with the same one are the same. What a browser
 * tells of itself (page, language, zone, signals) is no part of it: a second try can tell more.
 */
export const fingerprintOf = (request: SubmissionInput): string =>
  print('request', canonical(of(request)));

/** Whether a stored print is this request's. */
export const isPrintOf = (stored: string, request: SubmissionInput): boolean =>
  stored === fingerprintOf(request) || stored === formerPrint('request', canonical(of(request)));

/**
 * What a request is stored under; the unique index over it lets each request in once. Without a key,
 * two keys are made of its print and the ten minutes in which it came, this stretch's and the next
 * one's, so that two clicks on either side of a boundary still share one.
 */
export function keysOf(key: string | undefined, fingerprint: string, now: Date): string[] {
  if (key) return [`sent:${key}`];
  const bucket = Math.floor(now.getTime() / BUCKET_MS);
  return [bucket, bucket + 1].map((n) => MADE_KEY + print('key', fingerprint, String(n)));
}

/**
 * What a request that came with a key is found again by without being checked: it was right when it
 * came, even if its time has gone by since, or its form is no more.
 */
export const contentKey = (sent: SubmissionPayload): string | undefined => contentKeys(sent)[0];

/** All keys under which it can stand there, the one that is stored today first. */
export const contentKeys = ({ key, request }: SubmissionPayload): string[] =>
  key
    ? [print, formerPrint].map((make) => `same:${make('same', key, canonical(of(request)))}`)
    : [];

const of = ({
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
  // A front end may leave it out.
  receiptByMail: receiptByMail === true,
});

/** A value as one text, in an order that does not depend on how it was sent. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))
      : inner,
  );
