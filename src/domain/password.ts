/** Long enough that it cannot be tried out. What it is made of is nobody's business, but it must not be a guess. */
export const PASSWORD_LENGTH = 12;

/** More of a long one is not looked at: by then it is no guess any more. */
const LOOKED_AT = 128;

/** Below this, zxcvbn expects it among the first hundred million guesses. */
const SAFE_SCORE = 3;

/**
 * Why a password cannot be set, for the person who chose it; undefined if it can.
 * @param about what somebody would try first: the name of the site, the address and the name of the person
 */
export async function whyNotPassword(
  password: string,
  about: string[],
): Promise<string | undefined> {
  if (password.length < PASSWORD_LENGTH) return `Use at least ${PASSWORD_LENGTH} characters.`;
  const score = (await estimator()).check(password.slice(0, LOOKED_AT), about.flatMap(words)).score;
  return score < SAFE_SCORE
    ? 'This password is easy to guess. Try four or five words that do not belong together.'
    : undefined;
}

/** A name or an address, and what it is made of. */
const words = (text: string): string[] => [text, ...text.split(/[^\p{L}\p{N}]+/u)].filter(Boolean);

let made: ReturnType<typeof makeEstimator> | undefined;

const estimator = () => {
  made ??= makeEstimator();
  return made;
};

/** Loaded with the first password that is set: its lists take 30 MB, and most processes never need them. */
async function makeEstimator() {
  const { ZxcvbnFactory } = await import('@zxcvbn-ts/core');
  const { adjacencyGraphs, dictionary } = await import('@zxcvbn-ts/language-common');
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}
