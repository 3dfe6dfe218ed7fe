import { expect, it } from 'vitest';
import type { Results } from './results.ts';
import { table } from './table.ts';

const results: Results = {
  at: '2026-11-24T20:00:00.000Z',
  machine: { cores: 2, processor: 'P', memoryGiB: 24, node: 'v24', mongodb: '6', commit: 'abc' },
  plan: { rounds: 5, seconds: 4 },
  generator: 'wrk',
  leftOut: ['WordPress. It is not installed.'],
};

it('says where and how it was measured, how busy the machine was, and who is missing', () => {
  const start = { seconds: 6.5, rounds: [6.5], othersBusy: [0.1, 1.26] };
  const written = table({ ...results, start });
  expect(written).toContain('2026-11-24, commit abc; 2 cores (P), 24 GiB');
  expect(written).toContain('Medians of 5 interleaved rounds of 4 s; clients (wrk)');
  expect(written).toContain('up to 1.3 cores busy');
  expect(written).toContain('- Left out: WordPress. It is not installed.\n');
  expect(written).toContain('| ≤ 8 s | 6.50 s | yes |');
  expect(written).not.toContain('##');
});

it('has a section for each part, and says plainly what is not reached', () => {
  const weight = { page: 21_040, fonts: 40_000, images: 0, all: 61_040, requests: 7 };
  const written = table({ ...results, visits: [{ id: 'explainer', target: 'Ours', weight }] });
  expect(written).toContain('| ≤ 20 KB | 21.04 KB | **no** |');
  expect(written).toContain('## A first visit with a phone');
  expect(written).toContain('| Ours | 21.0 | 40.0 | 0.0 | 61.0 | 7 |');
  expect(written).not.toContain('## A page is read');
});

it('says of a goal whose peer is missing that it was left out', () => {
  const figures = { answers: 1, perSecond: 1, perCpuSecond: 1, p50: 1, p99: 12.34, failures: 0 };
  const pages = [
    { id: 'explainer' as const, target: 'Ours', figures, rounds: [figures], othersBusy: [0] },
  ];
  const written = table({ ...results, pages });
  expect(written).toContain('| ≥ 3 × | left out |  |');
  expect(written).toContain('| Ours | 1 | 1 | 1.00 | 12.3 | 0 |');
});
