import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { diskLevelOf, diskWarningOf, hasDiskSpace, readDiskSpace } from './disk-space.ts';

const MIB = 1024 * 1024;
const space = (freeMib: number, totalMib: number) => ({
  free: freeMib * MIB,
  total: totalMib * MIB,
});

describe('disk space', () => {
  it.each([
    ['enough', 1024, 100_000],
    ['low', 1023, 100_000],
    ['low', 300, 100_000],
    ['short', 299, 100_000],
    ['short', 0, 100_000],
    // A share of a small volume.
    ['enough', 60, 600],
    ['low', 59, 600],
    ['low', 30, 600],
    ['short', 29, 600],
  ] as const)('is %s with %d of %d MiB free', (level, free, total) => {
    expect(diskLevelOf(space(free, total))).toBe(level);
  });

  it('causes no warning while there is enough', () => {
    expect(diskWarningOf(space(50_000, 100_000))).toBeUndefined();
  });

  it('causes a warning with MiB and consequences if it is low', () => {
    expect(diskWarningOf(space(700, 100_000))).toBe(
      'The disk of DATA_DIR is nearly full: 700 of 100000 MiB are free. Make room before it fills up.',
    );
    expect(diskWarningOf(space(100, 100_000))).toMatch(/100 of .+ pictures are refused/);
  });

  it('is read from the volume of a folder', async () => {
    const { free, total } = await readDiskSpace(tmpdir());
    expect(free).toBeGreaterThan(0);
    expect(total).toBeGreaterThan(free);
  });

  it('counts as enough if it cannot be read', async () => {
    expect(await hasDiskSpace('/nowhere/at/all')).toBe(true);
  });
});
