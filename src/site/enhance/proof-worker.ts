import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** A phone that needs longer submits without a proof. */
const SOLVE_TIMEOUT_MS = 30_000;

/** Fetches a challenge and solves it; undefined if that takes too long. */
async function solveNewChallenge(): Promise<string | undefined> {
  const response = await fetch('/api/challenge');
  const challenge = await response.json();
  const solution = await solveChallenge({ challenge, deriveKey, timeout: SOLVE_TIMEOUT_MS });
  return solution ? btoa(JSON.stringify({ challenge, solution })) : undefined;
}

// After any failure, the form is submitted without a proof.
solveNewChallenge()
  .catch(() => undefined)
  .then((proof) => postMessage(proof));
