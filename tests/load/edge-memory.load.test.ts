import { expect, it } from 'vitest';
import { command } from '#tests/helpers/command.ts';
import { crowdAtEdge, expectBounded } from '#tests/helpers/crowd.ts';
import { ownDatabase } from '#tests/helpers/mongod.ts';

const PAGES = Number(process.env.PAGES ?? 10_000);
const REQUESTS = Number(process.env.REQUESTS ?? 1_000_000);
const memoryMb = Number(process.env.EDGE_MEMORY_MB ?? 256);

it(`the edge keeps to its ${memoryMb} MB with ${PAGES} pages and ${REQUESTS} requests of what is not there`, async () => {
  // It names what it keeps by the build.
  expect(await command('node', 'src/server/build/build.ts')).toBe(true);
  const { uri } = await ownDatabase();
  const crowd = { databaseUri: uri, pages: PAGES, requests: REQUESTS, memoryMb };
  const crowded = await crowdAtEdge(crowd);
  console.log(crowd, crowded);
  expectBounded(crowd, crowded);
});
