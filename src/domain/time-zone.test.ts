import { expect, test } from 'vitest';
import { formatIsoDate, formatZone } from './time-zone.ts';

test.each([
  ['America/New_York', 'Eastern Time'],
  ['America/Phoenix', 'Mountain Standard Time'],
  ['UTC', 'Coordinated Universal Time'],
])('formats %s as %s', (zone, name) => {
  expect(formatZone(zone, 'en')).toBe(name);
});

test('formats an ISO date in the zone', () => {
  const at = new Date('2026-01-02T03:00:00Z');
  expect(formatIsoDate(at, 'America/New_York')).toBe('2026-01-01');
  expect(formatIsoDate(at, 'Pacific/Auckland')).toBe('2026-01-02');
});
