import { randomBytes, randomInt } from 'node:crypto';

/** How a saved request is found again: by the page of its receipt, or by a number read out. */
export interface Receipt {
  receipt: string;
  reference: string;
}

/** Letters and digits that can't be taken for one another when read out on the phone (Crockford). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number to name a request by, like `TC-7K4M-92Q`. */
export function newReference(): string {
  const signs = Array.from({ length: 7 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `TC-${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** The unguessable name of a receipt. */
export const newReceipt = (): string => randomBytes(16).toString('base64url');
