import { expect, it, onTestFinished } from 'vitest';
import { startSite } from '#tests/helpers/running-site.ts';

const TRIES = 60;
const MOST = 1.2;

it(`how long a wrong try takes does not tell whether there is an account: at most ${MOST} times`, async () => {
  const site = await startSite({ RATE_LIMIT_FACTOR: '1000' });
  onTestFinished(site.stop);
  const took = async (path: string, email: string): Promise<number> => {
    const began = performance.now();
    const answer = await fetch(`${site.url}/api/users/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password: 'a wrong password' }),
    });
    await answer.arrayBuffer();
    expect(answer.status).toBe(path === 'login' ? 401 : 200);
    return performance.now() - began;
  };
  for (const path of ['login', 'forgot-password']) {
    const known: number[] = [];
    const unknown: number[] = [];
    await took(path, 'warm@example.org');
    for (let tried = 0; tried < TRIES; tried += 1) {
      known.push(await took(path, 'coordinator@example.org'));
      unknown.push(await took(path, 'nobody@example.org'));
    }
    const [a, b] = [median(known), median(unknown)];
    const ratio = Math.max(a, b) / Math.min(a, b);
    console.log(
      `${path}: known ${a.toFixed(1)} ms, unknown ${b.toFixed(1)} ms, ratio ${ratio.toFixed(2)} (medians of ${TRIES} tries each, one after the other)`,
    );
    expect(ratio).toBeLessThanOrEqual(MOST);
  }
});

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
