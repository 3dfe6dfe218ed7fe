import { expect, it } from 'vitest';
import { targetsFrom } from './targets.ts';

it('reads where the caches are, each once', () => {
  const [one, other] = ['http://127.0.0.1:6081', 'https://cache.example.org'];
  expect(targetsFrom(['--to', one, '--to', other, '--to', one])).toEqual([one, other]);
});

it.each([
  [[], 'Say which caches to purge'],
  [['--to', '127.0.0.1:6081'], '--to must be the address of a cache'],
  [['--to', 'ftp://127.0.0.1'], '--to must be the address of a cache'],
  [['--at', 'http://127.0.0.1:6081'], 'This is not understood'],
  [['http://127.0.0.1:6081'], 'This is not understood'],
])('says what is wrong with %j', (args, words) => {
  expect(() => targetsFrom(args)).toThrow(words);
});
