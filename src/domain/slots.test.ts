import { expect, test } from 'vitest';
import { offeredSlots } from './slots.ts';

/** A Monday, in winter: 14:00 in New York. */
const MONDAY = new Date('2026-11-23T19:00:00Z');
const timeZone = 'America/New_York';

const offered = (hours: Parameters<typeof offeredSlots>[0]['hours'], now = MONDAY) =>
  offeredSlots({ timeZone, hours }, now).map((at) => at.toISOString());

test('offers quarters of an hour after an hour of notice, with the last call ending at closing time', () => {
  const slots = offered([{ day: 'monday', opens: '09:00', closes: '16:00' }]);
  expect(slots.slice(0, 4)).toEqual([
    '2026-11-23T20:00:00.000Z',
    '2026-11-23T20:15:00.000Z',
    '2026-11-23T20:30:00.000Z',
    '2026-11-23T20:45:00.000Z',
  ]);
  expect(slots[4]).toBe('2026-11-30T14:00:00.000Z');
});

test('offers five days with business hours, however far apart within three weeks', () => {
  const slots = offered([
    { day: 'tuesday', opens: '10:00', closes: '10:15' },
    { day: 'friday', opens: '10:00', closes: '10:15' },
  ]);
  expect(slots).toEqual([
    '2026-11-24T15:00:00.000Z',
    '2026-11-27T15:00:00.000Z',
    '2026-12-01T15:00:00.000Z',
    '2026-12-04T15:00:00.000Z',
    '2026-12-08T15:00:00.000Z',
  ]);
});

test('offers each slot of overlapping openings once, in order', () => {
  const slots = offered([
    { day: 'tuesday', opens: '10:00', closes: '10:45' },
    { day: 'tuesday', opens: '10:30', closes: '11:00' },
  ]).slice(0, 4);
  expect(slots).toEqual([
    '2026-11-24T15:00:00.000Z',
    '2026-11-24T15:15:00.000Z',
    '2026-11-24T15:30:00.000Z',
    '2026-11-24T15:45:00.000Z',
  ]);
});
