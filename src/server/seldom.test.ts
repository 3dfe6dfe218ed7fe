import { expect, it, vi } from 'vitest';
import { saySeldom } from './seldom.ts';

it('says the same at growing intervals, and something else at once', () => {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const say = saySeldom();
  const said = Array.from({ length: 20 }, (_, n) => {
    say('away');
    return written.splice(0).length > 0 ? n + 1 : 0;
  });
  expect(said.filter(Boolean)).toEqual([1, 2, 4, 8, 16]);
  say('full');
  say('away');
  expect(written).toEqual(['full\n', 'away\n']);
});
