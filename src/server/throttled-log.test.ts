import { expect, it, vi } from 'vitest';
import { createThrottledLog } from './throttled-log.ts';

it('prints a repeated line ever more rarely, and another line at once', () => {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const log = createThrottledLog();
  const printedAt = Array.from({ length: 20 }, (_, n) => {
    log('away');
    return written.splice(0).length > 0 ? n + 1 : 0;
  });
  expect(printedAt.filter(Boolean)).toEqual([1, 2, 4, 8, 16]);
  log('full');
  log('away');
  expect(written).toEqual(['full\n', 'away\n']);
});
