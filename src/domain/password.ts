/** Long enough to resist brute force. There are no rules about kinds of characters, but it must be hard to guess. */
export const MIN_PASSWORD_LENGTH = 12;

/** Characters of a longer password that are checked. They are enough to tell whether it is easy to guess. */
const MAX_CHECKED_LENGTH = 128;

/** Below this score, zxcvbn expects that fewer than a hundred million guesses find the password. */
const MIN_SCORE = 3;

/**
 * Returns a message for the person if their password cannot be set, or undefined if it can.
 * @param about texts that an attacker would try first: the name of the site, the email address and name of the person
 */
export async function findPasswordProblem(
  password: string,
  about: string[],
): Promise<string | undefined> {
  if (password.length < MIN_PASSWORD_LENGTH)
    return `Use at least ${MIN_PASSWORD_LENGTH} characters.`;
  const score = (await getEstimator()).check(
    password.slice(0, MAX_CHECKED_LENGTH),
    about.flatMap(splitWords),
  ).score;
  return score < MIN_SCORE
    ? 'This password is easy to guess. Try four or five words that do not belong together.'
    : undefined;
}

/** Returns a name or an address, followed by the words in it. */
const splitWords = (text: string): string[] =>
  [text, ...text.split(/[^\p{L}\p{N}]+/u)].filter(Boolean);

let estimator: ReturnType<typeof loadEstimator> | undefined;

const getEstimator = () => {
  estimator ??= loadEstimator();
  return estimator;
};

/** Imports zxcvbn on first use: its word lists take 30 MB, and most processes never need them. */
async function loadEstimator() {
  const { ZxcvbnFactory } = await import('@zxcvbn-ts/core');
  const { adjacencyGraphs, dictionary } = await import('@zxcvbn-ts/language-common');
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}
