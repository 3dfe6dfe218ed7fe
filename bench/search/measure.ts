import { setTimeout as pause } from 'node:timers/promises';
import { say } from '#platform/process/progress.ts';
import { memoryOf, percentile } from '#tests/helpers/measure.ts';
import type { Look } from '../machine.ts';
import { median } from '../median.ts';
import type { NextServer } from '../next-server.ts';
import type { Plan } from '../rounds.ts';

const PATIENCE_MS = 120_000;
const AGAIN_MS = 200;

export interface SearchFigures {
  p50: number;
  p95: number;
  rounds: { p50: number; p95: number }[];
  /** From the first question to the first answer: the index is built meanwhile. */
  builtAfterS: number;
  /** What the whole process holds. */
  mib: number;
  othersBusy: number[];
}

/** How long the page of results takes, from question to the last byte, one at a time. */
export async function measureSearch(
  { url, pid }: NextServer,
  questions: string[],
  { rounds: times }: Plan,
  look: Look,
): Promise<SearchFigures> {
  const builtAfterS = await firstAnswer(url);
  const [rounds, othersBusy]: [SearchFigures['rounds'], number[]] = [[], []];
  for (const question of questions) await ask(url, question);
  for (let round = 0; round < times; round += 1) {
    othersBusy.push(await look());
    const took: number[] = [];
    for (const question of questions) took.push(await ask(url, question));
    rounds.push({ p50: percentile(took, 50), p95: percentile(took, 95) });
    say(`  ${JSON.stringify(rounds.at(-1))}`);
  }
  return {
    p50: median(rounds.map(({ p50 }) => p50)),
    p95: median(rounds.map(({ p95 }) => p95)),
    rounds,
    builtAfterS,
    mib: await memoryOf(pid),
    othersBusy,
  };
}

/** @returns how long it took, in ms */
async function ask(url: string, question: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${url}/search?${new URLSearchParams({ q: question })}`);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`A question was answered ${answer.status}.`);
  return performance.now() - began;
}

async function firstAnswer(url: string): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < PATIENCE_MS) {
    if (await ask(url, 'treatment').catch(() => undefined)) {
      return (performance.now() - began) / 1000;
    }
    await pause(AGAIN_MS);
  }
  throw new Error('Search does not answer.');
}
