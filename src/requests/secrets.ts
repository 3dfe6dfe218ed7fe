import { createHmac } from 'node:crypto';
import { env } from '#env.ts';

/** A secret for one purpose, made of the one that the platform has. */
export const secretFor = (purpose: string): string =>
  createHmac('sha256', env.PAYLOAD_SECRET ?? '')
    .update(purpose)
    .digest('hex');
