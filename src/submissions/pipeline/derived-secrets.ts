import { createHmac } from 'node:crypto';
import { env } from '#platform/environment/env.ts';
import { suppressionKey } from '#submissions/withdrawal/contact.ts';

/** Derives a secret for one purpose from `PAYLOAD_SECRET`. */
export const deriveSecret = (purpose: string): string =>
  createHmac('sha256', env.PAYLOAD_SECRET ?? '')
    .update(purpose)
    .digest('hex');

/**
 * Derives a secret for one purpose from `SUPPRESSION_KEY`, which never changes. Use it for hashes that are stored
 * and links that are sent: they outlive a change of `PAYLOAD_SECRET`.
 */
export const deriveLastingSecret = (purpose: string): string =>
  createHmac('sha256', suppressionKey())
    .update(JSON.stringify(['secret', purpose]))
    .digest('hex');
