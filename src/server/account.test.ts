import { expect, it } from 'vitest';
import { checkPassword, parseAccountArguments } from './account.ts';

const parseLine = (text: string) => parseAccountArguments(text.split(' '));

it('parses the account to create from the command line', () => {
  expect(parseLine('create --email Sam@example.org --roles editor,reviewer,editor')).toEqual({
    email: 'sam@example.org',
    roles: ['editor', 'reviewer'],
    name: 'Sam@example.org',
  });
  expect(
    parseAccountArguments(['create', '--email', 'a@b.org', '--roles', 'lead', '--name', 'Sam Lee']),
  ).toEqual({ email: 'a@b.org', roles: ['lead'], name: 'Sam Lee' });
});

it.each([
  ['', /^Say what to do/],
  ['delete --email a@b.org --roles admin', /^Say what to do/],
  ['create --roles admin', /^Say whose account/],
  ['create --email sam --roles admin', /^--email must be/],
  ['create --email a@b.org', /^--roles must be/],
  ['create --email a@b.org --roles boss', /^--roles must be .*writer, editor/],
  ['create --email a@b.org --role admin', /^These arguments are not valid/],
])('explains what is wrong with the arguments "%s"', (text, message) => {
  expect(() => parseLine(text)).toThrow(message);
});

it('accepts a password of twelve characters and rejects shorter or easily guessed ones', async () => {
  const account = { email: 'sam@example.org', name: 'Sam Lee' };
  expect(await checkPassword('twelve chars', account)).toBe('twelve chars');
  await expect(checkPassword('eleven char', account)).rejects.toThrow('at least 12 characters');
  await expect(checkPassword('password1234', account)).rejects.toThrow('easy to guess');
});
