import { expect, it } from 'vitest';
import { parsePurgeArguments } from './arguments.ts';

it('parses the addresses of the caches, each once', () => {
  const [first, second] = ['http://127.0.0.1:6081', 'https://cache.example.org'];
  expect(parsePurgeArguments(['--to', first, '--to', second, '--to', first])).toEqual([
    first,
    second,
  ]);
});

it.each([
  [[], 'Say which caches to purge'],
  [['--to', '127.0.0.1:6081'], '--to must be the address of a cache'],
  [['--to', 'ftp://127.0.0.1'], '--to must be the address of a cache'],
  [['--at', 'http://127.0.0.1:6081'], 'These arguments are not valid'],
  [['http://127.0.0.1:6081'], 'These arguments are not valid'],
])('explains what is wrong with the arguments %j', (args, message) => {
  expect(() => parsePurgeArguments(args)).toThrow(message);
});
