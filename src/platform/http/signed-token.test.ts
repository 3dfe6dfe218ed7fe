import { expect, it } from 'vitest';
import { signedToken } from '#tests/helpers/signed-token.ts';
import { hasSignedToken } from './signed-token.ts';

const token = await signedToken();
const [header, claims, signature] = token.split('.');

it.each([
  ['a cookie', `a=b; payload-token=${token}; c=d`],
  ['the second of two cookies', `payload-token=x; payload-token=${token}`],
])('finds a token in %s', (_, cookie) => {
  expect(hasSignedToken(cookie)).toBe(true);
});

it.each([
  ['nothing', undefined],
  ['a name alone', 'payload-token=x'],
  ['an empty cookie', 'payload-token='],
  ['another cookie', `my-payload-token=${token}`],
  ['no signature', `payload-token=${header}.${claims}.`],
  ['other claims', `payload-token=${header}.e30.${signature}`],
  ['more than a token', `payload-token=${token}.x`],
])('finds none in %s', (_, cookie) => {
  expect(hasSignedToken(cookie)).toBe(false);
});

it('finds none that somebody else signed, or that has expired', async () => {
  for (const other of [
    await signedToken({ secret: 'another secret' }),
    await signedToken({ expiresInS: -1 }),
  ]) {
    expect(hasSignedToken(`payload-token=${other}`)).toBe(false);
  }
});
