import { expect, it } from 'vitest';
import { accountFrom, checkPassword } from './account.ts';

const line = (text: string) => accountFrom(text.split(' '));

it('reads an account from the command line', () => {
  expect(line('create --email Sam@example.org --roles editor,reviewer,editor')).toEqual({
    email: 'sam@example.org',
    roles: ['editor', 'reviewer'],
    name: 'Sam@example.org',
  });
  expect(
    accountFrom(['create', '--email', 'a@b.org', '--roles', 'lead', '--name', 'Sam Lee']),
  ).toEqual({ email: 'a@b.org', roles: ['lead'], name: 'Sam Lee' });
});

it.each([
  ['', /^Say what to do/],
  ['delete --email a@b.org --roles admin', /^Say what to do/],
  ['create --roles admin', /^Say whose account/],
  ['create --email sam --roles admin', /^--email must be/],
  ['create --email a@b.org', /^--roles must be/],
  ['create --email a@b.org --roles boss', /^--roles must be .*writer, editor/],
  ['create --email a@b.org --role admin', /^This is not understood/],
])('says what is wrong with "%s"', (text, sentence) => {
  expect(() => line(text)).toThrow(sentence);
});

it('takes a password of twelve characters, and none that is shorter or a guess', async () => {
  const account = { email: 'sam@example.org', name: 'Sam Lee' };
  expect(await checkPassword('twelve chars', account)).toBe('twelve chars');
  await expect(checkPassword('eleven char', account)).rejects.toThrow('at least 12 characters');
  await expect(checkPassword('password1234', account)).rejects.toThrow('easy to guess');
});
