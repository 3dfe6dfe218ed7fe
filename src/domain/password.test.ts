import { expect, it } from 'vitest';
import { whyNotPassword } from './password.ts';

const ABOUT = ['Throughcare', 'sam.lee@example.org', 'Sam Lee'];

it.each([
  'correct horse battery staple',
  'a password for the browser tests',
  'elf mutual cabin 7',
  'Zimt & Kardamom im Tee',
  'x7#Lq0vR2m!d',
  'снег тает на крыше',
])('takes %s', async (password) => {
  expect(await whyNotPassword(password, ABOUT)).toBeUndefined();
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
])('does not take %.40s, which is among the first that are tried', async (password) => {
  expect(await whyNotPassword(password, ABOUT)).toMatch(/easy to guess/);
});

it('says first that a password is too short', async () => {
  expect(await whyNotPassword('elevencharz', ABOUT)).toBe('Use at least 12 characters.');
});
