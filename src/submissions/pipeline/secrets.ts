import { createHmac } from 'node:crypto';
import { env } from '#platform/environment/env.ts';
import { suppressionKey } from '#submissions/withdrawal/contact.ts';

/** A secret for one purpose, made of the one that the platform has. */
export const secretFor = (purpose: string): string =>
  createHmac('sha256', env.PAYLOAD_SECRET ?? '')
    .update(purpose)
    .digest('hex');

/**
 * A secret for one purpose that outlives a change of `PAYLOAD_SECRET`, for what is stored or sent to
 * people: it is made of the one key that never changes.
 */
export const lastingSecretFor = (purpose: string): string =>
  createHmac('sha256', suppressionKey())
    .update(JSON.stringify(['secret', purpose]))
    .digest('hex');
