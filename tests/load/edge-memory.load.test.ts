import { expect, it } from 'vitest';
import { runProgram } from '#tests/helpers/command.ts';
import { expectBounded, loadEdge } from '#tests/helpers/edge-load.ts';
import { startTestMongod } from '#tests/helpers/test-mongod.ts';

const PAGES = Number(process.env.PAGES ?? 10_000);
const REQUESTS = Number(process.env.REQUESTS ?? 1_000_000);
const memoryMb = Number(process.env.EDGE_MEMORY_MB ?? 256);

it(`keeps the edge within its ${memoryMb} MB with ${PAGES} pages and ${REQUESTS} requests for unknown addresses and parameters`, async () => {
  // Cache keys of the edge contain the build.
  expect(await runProgram('node', ['src/server/build/build.ts'])).toBe(true);
  const { uri } = await startTestMongod();
  const options = { databaseUri: uri, pages: PAGES, requests: REQUESTS, memoryMb };
  const result = await loadEdge(options);
  console.log(options, result);
  expectBounded(options, result);
});
