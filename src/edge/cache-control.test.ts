import { expect, it } from 'vitest';
import { directives, seconds } from './cache-control.ts';

it('reads directives in any case, with quotes and spaces, and none from nothing', () => {
  const read = directives(' Public , S-MaxAge = "60",,immutable, private="set-cookie"');
  expect(Object.fromEntries(read)).toEqual({
    public: '',
    's-maxage': '60',
    immutable: '',
    private: 'set-cookie',
  });
  expect(directives(undefined).size).toBe(0);
});

it.each([
  ['60', 60],
  ['0', 0],
  ['', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['1e9', undefined],
  ['99999999999', undefined],
  [undefined, undefined],
])('reads %s as %s seconds', (text, number) => {
  expect(seconds(text)).toBe(number);
});
