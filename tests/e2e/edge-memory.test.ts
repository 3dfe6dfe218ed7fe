import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { inject, it } from 'vitest';
import { expectBounded, loadEdge } from '#tests/helpers/edge-load.ts';

const { dataDir } = inject('site');

it('keeps the edge within its memory limit under requests for unknown paths', async () => {
  const uri = await readFile(path.join(dataDir, 'database-uri'), 'utf8');
  const databaseUri = uri.replace('/throughcare?', '/crowd?');
  const load = { databaseUri, pages: 2_000, requests: 5_000, memoryMb: 256 };
  const result = await loadEdge(load);
  console.log(load, result);
  expectBounded(load, result);
}, 300_000);
