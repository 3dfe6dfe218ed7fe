import {
  type Challenge,
  createChallenge,
  randomInt,
  type Solution,
  verifySolution,
} from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { deriveSecret } from './derived-secrets.ts';

/** Longer than anybody takes to fill in a form. An expired challenge counts as none. */
const VALID_MS = 2 * 60 * 60_000;

/** PBKDF2 iterations of one derivation. Verifying takes one, a fraction of a millisecond; a browser needs hundreds. */
const ITERATIONS = 1000;
/** Bounds of the counter to find, so that the work ends even on the oldest phone. */
const MIN_COUNTER = 150;
const MAX_COUNTER = 400;

const secrets = () => ({
  hmacSignatureSecret: deriveSecret('challenge'),
  hmacKeySignatureSecret: deriveSecret('solution of a challenge'),
});

/** Creates a challenge for a browser. It carries its own signature, so the server stores nothing. */
export const newChallenge = (now: Date): Promise<Challenge> =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: ITERATIONS,
    counter: randomInt(MAX_COUNTER, MIN_COUNTER),
    deriveKey,
    expiresAt: new Date(now.getTime() + VALID_MS),
    ...secrets(),
  });

/**
 * Verifies a proof of work.
 * @param proof base64 of `{ challenge, solution }` in JSON
 * @returns the nonce of the challenge, which may count once; undefined if the challenge is forged, unsolved or
 * expired
 */
export async function verifyProofOfWork(proof: string | undefined): Promise<string | undefined> {
  if (!proof) return undefined;
  try {
    const { challenge, solution } = JSON.parse(Buffer.from(proof, 'base64').toString('utf8'));
    const { verified } = await verifySolution({
      challenge: challenge as Challenge,
      solution: solution as Solution,
      deriveKey,
      ...secrets(),
    });
    return verified ? String(challenge.parameters.nonce) : undefined;
  } catch {
    // Clients can send anything as a proof, so a malformed one is no error to log.
    return undefined;
  }
}
