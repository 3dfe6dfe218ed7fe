import { expect, it, onTestFinished } from 'vitest';
import { startSite } from '#tests/helpers/running-site.ts';

const TRIES = 60;
const MAX_RATIO = 1.2;

it(`takes about as long for unknown accounts as for known ones, within a factor of ${MAX_RATIO}`, async () => {
  const site = await startSite({ RATE_LIMIT_FACTOR: '1000' });
  onTestFinished(site.stop);
  const timeAttempt = async (path: string, email: string): Promise<number> => {
    const began = performance.now();
    const response = await fetch(`${site.url}/api/users/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password: 'a wrong password' }),
    });
    await response.arrayBuffer();
    expect(response.status).toBe(path === 'login' ? 401 : 200);
    return performance.now() - began;
  };
  for (const path of ['login', 'forgot-password']) {
    const known: number[] = [];
    const unknown: number[] = [];
    await timeAttempt(path, 'warm@example.org');
    for (let tried = 0; tried < TRIES; tried += 1) {
      known.push(await timeAttempt(path, 'coordinator@example.org'));
      unknown.push(await timeAttempt(path, 'nobody@example.org'));
    }
    const [a, b] = [median(known), median(unknown)];
    const ratio = Math.max(a, b) / Math.min(a, b);
    console.log(
      `${path}: known ${a.toFixed(1)} ms, unknown ${b.toFixed(1)} ms, ratio ${ratio.toFixed(2)} (medians of ${TRIES} tries each, one after the other)`,
    );
    expect(ratio).toBeLessThanOrEqual(MAX_RATIO);
  }
});

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
