import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { inject, it } from 'vitest';
import { crowdAtEdge, expectBounded } from '#tests/helpers/crowd.ts';

const { dataDir } = inject('site');

it('an edge keeps to its memory, whatever is asked for that is not there', async () => {
  const uri = await readFile(path.join(dataDir, 'database-uri'), 'utf8');
  const databaseUri = uri.replace('/throughcare?', '/crowd?');
  const crowd = { databaseUri, pages: 2_000, requests: 20_000, memoryMb: 256 };
  const crowded = await crowdAtEdge(crowd);
  console.log(crowd, crowded);
  expectBounded(crowd, crowded);
}, 300_000);
