import { expect, it } from 'vitest';
import { formatReport } from './report.ts';
import type { Results } from './results.ts';

const results: Results = {
  at: '2026-11-24T20:00:00.000Z',
  machine: { cores: 2, processor: 'P', memoryGiB: 24, node: 'v24', mongodb: '6', commit: 'abc' },
  plan: { rounds: 5, seconds: 4 },
  generator: 'wrk',
  leftOut: ['WordPress. It is not installed.'],
};

it('reports the machine, the plan, the load of other programs, and missing peers', () => {
  const start = { seconds: 6.5, rounds: [6.5], othersBusy: [0.1, 1.26] };
  const report = formatReport({ ...results, start });
  expect(report).toContain('2026-11-24, commit abc; 2 cores (P), 24 GiB');
  expect(report).toContain('Medians of 5 interleaved rounds of 4 s; clients (wrk)');
  expect(report).toContain('up to 1.3 cores busy');
  expect(report).toContain('- Left out: WordPress. It is not installed.\n');
  expect(report).toContain('| ≤ 8 s | 6.50 s | yes |');
  expect(report).not.toContain('##');
});

it('has a section for each measured part, and marks goals that are not met', () => {
  const weight = { page: 21_040, fonts: 40_000, images: 0, all: 61_040, requests: 7 };
  const report = formatReport({
    ...results,
    visits: [{ id: 'explainer', target: 'Ours', weight }],
  });
  expect(report).toContain('| ≤ 20 KB | 21.04 KB | **no** |');
  expect(report).toContain('## First visit on a phone');
  expect(report).toContain('| Ours | 21.0 | 40.0 | 0.0 | 61.0 | 7 |');
  expect(report).not.toContain('## Page loads');
});

it('marks a goal as left out if its peer is missing', () => {
  const figures = { responses: 1, perSecond: 1, perCpuSecond: 1, p50: 1, p99: 12.34, failures: 0 };
  const pages = [
    { id: 'explainer' as const, target: 'Ours', figures, rounds: [figures], othersBusy: [0] },
  ];
  const report = formatReport({ ...results, pages });
  expect(report).toContain('| ≥ 3 × | left out |  |');
  expect(report).toContain('| Ours | 1 | 1 | 1.00 | 12.3 | 0 |');
});
