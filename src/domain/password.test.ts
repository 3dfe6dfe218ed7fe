import { expect, it } from 'vitest';
import { findPasswordProblem } from './password.ts';

const PERSONAL_WORDS = ['Throughcare', 'sam.lee@example.org', 'Sam Lee'];

it.each([
  'correct horse battery staple',
  'a password for the browser tests',
  'elf mutual cabin 7',
  'Zimt & Kardamom im Tee',
  'x7#Lq0vR2m!d',
  'снег тает на крыше',
])('accepts %s', async (password) => {
  expect(await findPasswordProblem(password, PERSONAL_WORDS)).toBeUndefined();
});

it.each([
  'password1234',
  'Password123!',
  'P@ssw0rd1234',
  'passwordpassword',
  'qwertyuiop12',
  '123456789012',
  'aaaaaaaaaaaa',
  'iloveyou1234',
  'welcome12345',
  'november2026',
  'throughcare1',
  'Throughcare2026!',
  'sam.lee@example.org',
  'a'.repeat(100_000),
])('rejects the easily guessed %.40s', async (password) => {
  expect(await findPasswordProblem(password, PERSONAL_WORDS)).toMatch(/easy to guess/);
});

it('reports a short password before an easily guessed one', async () => {
  expect(await findPasswordProblem('elevencharz', PERSONAL_WORDS)).toBe(
    'Use at least 12 characters.',
  );
});
