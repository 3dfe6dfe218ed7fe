import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** An old phone that needs longer is left alone. */
const LONGEST_MS = 30_000;

/** Gets a challenge and solves it. */
async function proof(): Promise<string | undefined> {
  const answer = await fetch('/api/challenge');
  const challenge = await answer.json();
  const solution = await solveChallenge({ challenge, deriveKey, timeout: LONGEST_MS });
  return solution ? btoa(JSON.stringify({ challenge, solution })) : undefined;
}

// Whatever fails, the form is sent without a proof.
proof()
  .catch(() => undefined)
  .then((done) => postMessage(done));
