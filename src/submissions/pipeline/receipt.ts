import { randomBytes, randomInt } from 'node:crypto';

/** Identifies a saved submission: `receipt` in the address of its page, `reference` on the phone. */
export interface Receipt {
  receipt: string;
  reference: string;
}

/** Letters and digits that are not confused when read out on the phone (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Returns a new random reference, like `TC-7K4M-92Q`. */
export function newReference(): string {
  const characters = Array.from({ length: 7 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `TC-${characters.slice(0, 4)}-${characters.slice(4)}`;
}

/** Returns a new receipt: 128 random bits in base64url, which nobody can guess. */
export const newReceipt = (): string => randomBytes(16).toString('base64url');
