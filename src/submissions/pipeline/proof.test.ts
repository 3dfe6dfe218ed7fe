import { beforeAll, expect, test } from 'vitest';
import { solve } from '#tests/helpers/solve.ts';
import { newChallenge, solvedChallenge } from './proof.ts';

type Proof = {
  challenge: { parameters: Record<string, unknown>; signature: string };
  solution: { counter: number; derivedKey: string };
};

let proof: string;

beforeAll(async () => {
  proof = await solve(await newChallenge(new Date()));
});

const opened = (): Proof => JSON.parse(Buffer.from(proof, 'base64').toString());
const packed = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

test('a solved challenge is known again, by its name', async () => {
  const { challenge } = opened();
  expect(await solvedChallenge(proof)).toBe(challenge.parameters.nonce);
  expect(await solvedChallenge(proof)).toBe(challenge.parameters.nonce);
});

test('no two are the same', async () => {
  const [one, other] = await Promise.all([newChallenge(new Date()), newChallenge(new Date())]);
  expect(one.parameters.nonce).not.toBe(other.parameters.nonce);
});

test('one that is older than two hours counts as not there', async () => {
  const then = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  expect(await solvedChallenge(await solve(await newChallenge(then(119))))).toBeDefined();
  expect(await solvedChallenge(await solve(await newChallenge(then(121))))).toBeUndefined();
});

test.each<[string, (proof: Proof) => unknown]>([
  ['a challenge alone', ({ challenge }) => ({ challenge })],
  [
    'a wrong solution',
    ({ challenge, solution }) => ({
      challenge,
      solution: { ...solution, derivedKey: '00'.repeat(32) },
    }),
  ],
  [
    'half of the solution',
    ({ challenge, solution }) => ({
      challenge,
      solution: { ...solution, derivedKey: solution.derivedKey.slice(0, 32) },
    }),
  ],
  [
    'a later end',
    ({ challenge, solution }) => ({
      challenge: { ...challenge, parameters: { ...challenge.parameters, expiresAt: 9e9 } },
      solution,
    }),
  ],
  [
    'no end',
    ({ challenge, solution }) => ({
      challenge: { ...challenge, parameters: { ...challenge.parameters, expiresAt: undefined } },
      solution,
    }),
  ],
  [
    'another name',
    ({ challenge, solution }) => ({
      challenge: { ...challenge, parameters: { ...challenge.parameters, nonce: 'ff'.repeat(16) } },
      solution,
    }),
  ],
  [
    'no signature',
    ({ challenge: { parameters }, solution }) => ({ challenge: { parameters }, solution }),
  ],
  [
    'a signature of another kind',
    ({ challenge, solution }) => ({ challenge: { ...challenge, signature: 1 }, solution }),
  ],
  ['nothing', () => null],
  ['a number', () => 1],
  ['lists', () => ({ challenge: [], solution: [] })],
])('%s proves nothing', async (_, change) => {
  expect(await solvedChallenge(packed(change(opened())))).toBeUndefined();
});

test.each([undefined, '', 'no base64 at all', packed('text').slice(3)])(
  'nor does %s',
  async (sent) => {
    expect(await solvedChallenge(sent)).toBeUndefined();
  },
);
