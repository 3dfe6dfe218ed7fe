import { createHmac, timingSafeEqual } from 'node:crypto';
import { SUPPRESSED_CHANNELS, type SuppressedChannel } from '#domain/withdrawal.ts';
import { deriveLastingSecret } from '#submissions/pipeline/derived-secrets.ts';

/** 128 bits, like a receipt: nobody can guess it, and it is short enough for a text message. */
const BYTES = 16;

const sign = (channel: SuppressedChannel, receipt: string): Buffer =>
  createHmac('sha256', deriveLastingSecret('proof of a channel'))
    .update(JSON.stringify([channel, receipt]))
    .digest()
    .subarray(0, BYTES);

/**
 * Creates the part of a link that proves access to a phone or mailbox: only a message to that channel carries it.
 * It cannot be derived from the receipt. The same channel and receipt always get the same proof.
 */
export const createChannelProof = (channel: SuppressedChannel, receipt: string): string =>
  sign(channel, receipt).toString('base64url');

/** Returns the channel that a link was delivered to; undefined if the proof is forged. */
export function findProvenChannel(receipt: string, proof: string): SuppressedChannel | undefined {
  const signature = Buffer.from(proof, 'base64url');
  if (signature.length !== BYTES) return undefined;
  return SUPPRESSED_CHANNELS.find((channel) => timingSafeEqual(signature, sign(channel, receipt)));
}
