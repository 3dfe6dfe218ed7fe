import { expect, it } from 'vitest';
import { parseOptions } from './options.ts';

it('measures all parts and writes the results to bench/ by default', () => {
  const { plan, parts, out } = parseOptions([]);
  expect(plan).toEqual({ rounds: 11, seconds: 2 });
  expect([...parts]).toEqual(['pages', 'visits', 'latency', 'submissions', 'search', 'start']);
  expect(out).toMatch(/\/bench$/);
});

it('does not overwrite the full results with some parts, but writes them with --out', () => {
  expect(parseOptions(['--only', 'pages,start'])).toMatchObject({
    parts: new Set(['pages', 'start']),
    out: undefined,
  });
  expect(parseOptions(['--only', 'pages', '--out', '/elsewhere']).out).toBe('/elsewhere');
});

it('rejects unknown parts, numbers and options', () => {
  expect(() => parseOptions(['--only', 'page'])).toThrow('--only takes pages, visits');
  expect(() => parseOptions(['--rounds', 'many'])).toThrow('not many');
  expect(() => parseOptions(['--round', '1'])).toThrow('--round');
});
