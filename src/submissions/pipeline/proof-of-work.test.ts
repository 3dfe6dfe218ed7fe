import { beforeAll, expect, test } from 'vitest';
import { solveProofOfWork } from '#tests/helpers/solve-proof-of-work.ts';
import { newChallenge, verifyProofOfWork } from './proof-of-work.ts';

type Proof = {
  challenge: { parameters: Record<string, unknown>; signature: string };
  solution: { counter: number; derivedKey: string };
};

let proof: string;

beforeAll(async () => {
  proof = await solveProofOfWork(await newChallenge(new Date()));
});

const decodeProof = (): Proof => JSON.parse(Buffer.from(proof, 'base64').toString());
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

test('returns the nonce of a solved challenge, each time', async () => {
  const { challenge } = decodeProof();
  expect(await verifyProofOfWork(proof)).toBe(challenge.parameters.nonce);
  expect(await verifyProofOfWork(proof)).toBe(challenge.parameters.nonce);
});

test('creates a new challenge each time', async () => {
  const [one, other] = await Promise.all([newChallenge(new Date()), newChallenge(new Date())]);
  expect(one.parameters.nonce).not.toBe(other.parameters.nonce);
});

test('rejects a challenge older than two hours', async () => {
  const then = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  expect(
    await verifyProofOfWork(await solveProofOfWork(await newChallenge(then(119)))),
  ).toBeDefined();
  expect(
    await verifyProofOfWork(await solveProofOfWork(await newChallenge(then(121)))),
  ).toBeUndefined();
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
    'a later expiry',
    ({ challenge, solution }) => ({
      challenge: { ...challenge, parameters: { ...challenge.parameters, expiresAt: 9e9 } },
      solution,
    }),
  ],
  [
    'no expiry',
    ({ challenge, solution }) => ({
      challenge: { ...challenge, parameters: { ...challenge.parameters, expiresAt: undefined } },
      solution,
    }),
  ],
  [
    'another nonce',
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
])('rejects %s', async (_, change) => {
  expect(await verifyProofOfWork(encode(change(decodeProof())))).toBeUndefined();
});

test.each([undefined, '', 'no base64 at all', encode('text').slice(3)])(
  'rejects %s as base64',
  async (value) => {
    expect(await verifyProofOfWork(value)).toBeUndefined();
  },
);
