import { createHmac, timingSafeEqual } from 'node:crypto';
import { SUPPRESSED_CHANNELS, type SuppressedChannel } from '#domain/withdrawal.ts';
import { lastingSecretFor } from '#submissions/pipeline/secrets.ts';

/** 128 bits, like a receipt: enough that nobody guesses it, and short enough for a text message. */
const BYTES = 16;

const sign = (channel: SuppressedChannel, receipt: string): Buffer =>
  createHmac('sha256', lastingSecretFor('proof of a channel'))
    .update(JSON.stringify([channel, receipt]))
    .digest()
    .subarray(0, BYTES);

/**
 * The part of a link that only a message to this channel of a request carries: whoever knows it holds
 * the phone or the mailbox. The receipt alone does not tell it.
 */
export const proofOf = (channel: SuppressedChannel, receipt: string): string =>
  sign(channel, receipt).toString('base64url');

/** The channel that a link was delivered to; undefined if the proof is none of ours. */
export function provenChannel(receipt: string, proof: string): SuppressedChannel | undefined {
  const given = Buffer.from(proof, 'base64url');
  if (given.length !== BYTES) return undefined;
  return SUPPRESSED_CHANNELS.find((channel) => timingSafeEqual(given, sign(channel, receipt)));
}
