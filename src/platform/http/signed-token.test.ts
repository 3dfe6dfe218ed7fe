import { expect, it } from 'vitest';
import { signToken } from '#tests/helpers/sign-token.ts';
import { hasSignedToken } from './signed-token.ts';

const token = await signToken();
const [header, claims, signature] = token.split('.');

it.each([
  ['a cookie', `a=b; payload-token=${token}; c=d`],
  ['the second of two cookies', `payload-token=x; payload-token=${token}`],
])('finds a signed token in %s', (_, cookie) => {
  expect(hasSignedToken(cookie)).toBe(true);
});

it.each([
  ['nothing', undefined],
  ['an unsigned value', 'payload-token=x'],
  ['an empty cookie', 'payload-token='],
  ['another cookie', `my-payload-token=${token}`],
  ['no signature', `payload-token=${header}.${claims}.`],
  ['other claims', `payload-token=${header}.e30.${signature}`],
  ['a token with a fourth part', `payload-token=${token}.x`],
])('finds none in %s', (_, cookie) => {
  expect(hasSignedToken(cookie)).toBe(false);
});

it('rejects a token with another signature, and an expired one', async () => {
  for (const other of [
    await signToken({ secret: 'another secret' }),
    await signToken({ expiresInS: -1 }),
  ]) {
    expect(hasSignedToken(`payload-token=${other}`)).toBe(false);
  }
});
