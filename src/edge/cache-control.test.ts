import { expect, it } from 'vitest';
import { parseCacheControl, parseDeltaSeconds } from './cache-control.ts';

it('parses directives in any case, with quotes and spaces', () => {
  const directives = parseCacheControl(
    ' Public , S-MaxAge = "60",,immutable, private="set-cookie"',
  );
  expect(Object.fromEntries(directives)).toEqual({
    public: '',
    's-maxage': '60',
    immutable: '',
    private: 'set-cookie',
  });
  expect(parseCacheControl(undefined).size).toBe(0);
});

it('takes the first of two directives with one name', () => {
  expect(parseCacheControl('max-age=1, public, Max-Age=1800').get('max-age')).toBe('1');
});

it.each([
  ['60', 60],
  ['0', 0],
  ['', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['1e9', undefined],
  ['99999999999', 2 ** 31],
  ['003600', 3600],
  [undefined, undefined],
])('parses %s as %s seconds', (text, number) => {
  expect(parseDeltaSeconds(text)).toBe(number);
});
