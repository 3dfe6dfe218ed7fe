import { expect, test } from 'vitest';
import { isoDate, zoneName } from './time-zone.ts';

test.each([
  ['America/New_York', 'Eastern Time'],
  ['America/Phoenix', 'Mountain Standard Time'],
  ['UTC', 'Coordinated Universal Time'],
])('%s is called %s', (zone, name) => {
  expect(zoneName(zone, 'en')).toBe(name);
});

test('a date for programs is the day that it is there', () => {
  const at = new Date('2026-01-02T03:00:00Z');
  expect(isoDate(at, 'America/New_York')).toBe('2026-01-01');
  expect(isoDate(at, 'Pacific/Auckland')).toBe('2026-01-02');
});
