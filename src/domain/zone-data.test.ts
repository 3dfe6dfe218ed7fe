import { describe, expect, it } from 'vitest';
import { zoneDataWarning } from './zone-data.ts';

const NOW = new Date('2026-11-30T12:00:00Z');

describe('time-zone data', () => {
  it.each(['2025b', '2025c', '2024a', '1999aa'])('of %s are too old', (release) => {
    expect(zoneDataWarning(release, NOW)).toBe(
      `The time-zone data of Node (${release}) are more than a year old: where rules have changed since, times are wrong. Update Node.`,
    );
  });

  it.each(['2026c', '2026a', '2027a', '', 'unknown', undefined])('of %s are not', (release) => {
    expect(zoneDataWarning(release, NOW)).toBeUndefined();
  });

  it('grow old in the summer after their year', () => {
    expect(zoneDataWarning('2025c', new Date('2026-06-30T23:59:59Z'))).toBeUndefined();
    expect(zoneDataWarning('2025c', new Date('2026-07-01T00:00:00Z'))).toContain('2025c');
  });

  it('of this process are new enough', () => {
    expect(zoneDataWarning(process.versions.tz, NOW)).toBeUndefined();
  });
});
