import { expect, it } from 'vitest';
import { answeredIn, pauseOf } from './wrk.ts';

it('finds the report in what wrk writes', () => {
  const report = { answers: 5, perSecond: 2.5, p50: 1, p99: 2, failures: 0 };
  const output = `Running 2s test\n  5 requests in 2s\nREPORT ${JSON.stringify(report)}\n`;
  expect(answeredIn(output)).toEqual(report);
  expect(() => answeredIn('unable to connect')).toThrow('unable to connect');
});

it('lets each connection rest so long that all together ask so often', () => {
  expect(pauseOf({ connections: 20, perSecond: 200 })).toBe(100);
  expect(pauseOf({ connections: 20 })).toBe(0);
});
