import { expect, it } from 'vitest';
import { meanPauseMs, parseReport } from './wrk.ts';

it('parses the report in the output of wrk', () => {
  const report = { responses: 5, perSecond: 2.5, p50: 1, p99: 2, failures: 0 };
  const output = `Running 2s test\n  5 requests in 2s\nREPORT ${JSON.stringify(report)}\n`;
  expect(parseReport(output)).toEqual(report);
  expect(() => parseReport('unable to connect')).toThrow('unable to connect');
});

it('derives the pause of each connection from the total rate', () => {
  expect(meanPauseMs({ connections: 20, perSecond: 200 })).toBe(100);
  expect(meanPauseMs({ connections: 20 })).toBe(0);
});
