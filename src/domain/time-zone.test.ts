import { expect, test } from 'vitest';
import { zoneName } from './time-zone.ts';

test.each([
  ['America/New_York', 'Eastern Time'],
  ['America/Phoenix', 'Mountain Standard Time'],
  ['UTC', 'Coordinated Universal Time'],
])('%s is called %s', (zone, name) => {
  expect(zoneName(zone, 'en')).toBe(name);
});
