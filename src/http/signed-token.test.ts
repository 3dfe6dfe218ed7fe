import { expect, it } from 'vitest';
import { signedToken } from '#tests/helpers/signed-token.ts';
import { hasSignedToken } from './signed-token.ts';

const token = await signedToken();
const [header, claims, signature] = token.split('.');

it.each([
  ['a cookie', { cookie: `a=b; payload-token=${token}; c=d` }],
  ['the second of two cookies', { cookie: `payload-token=x; payload-token=${token}` }],
  ['a header', { authorization: `JWT ${token}` }],
  ['a bearer header', { authorization: `Bearer ${token}` }],
])('finds a token in %s', (_, credentials) => {
  expect(hasSignedToken(credentials)).toBe(true);
});

it.each([
  ['nothing', {}],
  ['a name alone', { cookie: 'payload-token=x' }],
  ['an empty cookie', { cookie: 'payload-token=' }],
  ['another cookie', { cookie: `my-payload-token=${token}` }],
  ['no signature', { cookie: `payload-token=${header}.${claims}.` }],
  ['other claims', { cookie: `payload-token=${header}.e30.${signature}` }],
  ['more than a token', { cookie: `payload-token=${token}.x` }],
  ['another scheme', { authorization: `Basic ${token}` }],
])('finds none in %s', (_, credentials) => {
  expect(hasSignedToken(credentials)).toBe(false);
});

it('finds none that somebody else signed, or that has expired', async () => {
  for (const other of [
    await signedToken({ secret: 'another secret' }),
    await signedToken({ expiresInS: -1 }),
  ]) {
    expect(hasSignedToken({ cookie: `payload-token=${other}` })).toBe(false);
  }
});
