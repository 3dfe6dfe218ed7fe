import { expect, it } from 'vitest';
import { options } from './options.ts';

it('measures all and writes it beside the source, unless told otherwise', () => {
  const { plan, parts, out } = options([]);
  expect(plan).toEqual({ rounds: 11, seconds: 2 });
  expect([...parts]).toEqual(['pages', 'visits', 'latency', 'submissions', 'search', 'start']);
  expect(out).toMatch(/\/bench$/);
});

it('does not write some parts over the results of all, unless told where', () => {
  expect(options(['--only', 'pages,start'])).toMatchObject({
    parts: new Set(['pages', 'start']),
    out: undefined,
  });
  expect(options(['--only', 'pages', '--out', '/elsewhere']).out).toBe('/elsewhere');
});

it('says what it does not know', () => {
  expect(() => options(['--only', 'page'])).toThrow('--only takes pages, visits');
  expect(() => options(['--rounds', 'many'])).toThrow('not many');
  expect(() => options(['--round', '1'])).toThrow('--round');
});
