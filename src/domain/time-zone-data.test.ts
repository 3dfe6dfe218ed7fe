import { describe, expect, it } from 'vitest';
import { findZoneDataWarning } from './time-zone-data.ts';

const NOW = new Date('2026-11-30T12:00:00Z');

describe('the warning about time-zone data', () => {
  it.each(['2025b', '2025c', '2024a', '1999aa'])('appears for %s', (release) => {
    expect(findZoneDataWarning(release, NOW)).toBe(
      `The time-zone data of Node (${release}) are more than a year old: where rules have changed since, times are wrong. Update Node.`,
    );
  });

  it.each(['2026c', '2026a', '2027a', '', 'unknown', undefined])(
    'does not appear for %s',
    (release) => {
      expect(findZoneDataWarning(release, NOW)).toBeUndefined();
    },
  );

  it('appears from July of the following year', () => {
    expect(findZoneDataWarning('2025c', new Date('2026-06-30T23:59:59Z'))).toBeUndefined();
    expect(findZoneDataWarning('2025c', new Date('2026-07-01T00:00:00Z'))).toContain('2025c');
  });

  it('does not appear for the data of this process', () => {
    expect(findZoneDataWarning(process.versions.tz, NOW)).toBeUndefined();
  });
});
