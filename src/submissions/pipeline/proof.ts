import {
  type Challenge,
  createChallenge,
  randomInt,
  type Solution,
  verifySolution,
} from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { secretFor } from './secrets.ts';

/** Longer than anybody fills in a form; what is expired counts as not there. */
const GOOD_FOR_MS = 2 * 60 * 60_000;

/** Rounds of the derivation. One costs us a fraction of a millisecond, and a browser hundreds of them. */
const COST = 1000;
/** The solution lies between these, so that the work has an end on the oldest phone. */
const FEWEST = 150;
const MOST = 400;

const secrets = () => ({
  hmacSignatureSecret: secretFor('challenge'),
  hmacKeySignatureSecret: secretFor('solution of a challenge'),
});

/** A piece of work for a browser. Nothing of it is kept here: it carries its own signature. */
export const newChallenge = (now: Date): Promise<Challenge> =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COST,
    counter: randomInt(MOST, FEWEST),
    deriveKey,
    expiresAt: new Date(now.getTime() + GOOD_FOR_MS),
    ...secrets(),
  });

/**
 * The name of the challenge that this proof solves, under which it counts once; undefined if it is
 * none of ours, not solved or too old.
 * @param proof base64 of `{ challenge, solution }` in JSON
 */
export async function solvedChallenge(proof: string | undefined): Promise<string | undefined> {
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
    // Anything can be sent as a proof; what is none is no error of ours.
    return undefined;
  }
}
