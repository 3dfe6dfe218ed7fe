import { describe, expect, it, test } from 'vitest';
import {
  ALL_DAY,
  isClosingTime,
  type OpenHours,
  upcomingOpenings,
  WEEKDAYS,
} from './business-hours.ts';
import { findContactWindow, formatContactPromise } from './contact-promise.ts';
import { formatBusinessHours } from './format-business-hours.ts';
import { offeredSlots } from './slots.ts';

const NEW_YORK = 'America/New_York';

const daily = (opens: string, closes: string): OpenHours[] =>
  WEEKDAYS.map((day) => ({ day, opens, closes }));

const AROUND_THE_CLOCK = daily(ALL_DAY.opens, ALL_DAY.closes);

const openings = (timeZone: string, hours: OpenHours[], now: string) =>
  upcomingOpenings({ timeZone, hours }, new Date(now)).map(({ opens, closes }) =>
    [opens, closes].map((at) => at.toISOString().slice(0, 16)),
  );

test.each([
  ['00:00', true],
  ['23:59', true],
  ['24:00', true],
  ['24:01', false],
  ['9:00', false],
  ['', false],
])('accepts %s as a closing time: %s', (clock, expected) => {
  expect(isClosingTime(clock)).toBe(expected);
});

describe('an opening past midnight', () => {
  const nights = daily('22:00', '06:00');

  it('ends on the next day, and is still open in the morning', () => {
    const [first, second] = openings(NEW_YORK, nights, '2026-11-24T10:30:00Z');
    expect(first).toEqual(['2026-11-24T03:00', '2026-11-24T11:00']);
    expect(second).toEqual(['2026-11-25T03:00', '2026-11-25T11:00']);
  });

  it('continues from the last day of the week into the first', () => {
    const sunday: OpenHours[] = [{ day: 'sunday', opens: '20:00', closes: '02:00' }];
    const [first] = openings('Pacific/Chatham', sunday, '2026-11-29T11:30:00Z');
    expect(first).toEqual(['2026-11-29T06:15', '2026-11-29T12:15']);
  });

  it.each([
    // The night is an hour shorter when clocks go forward, and an hour longer when they go back.
    [NEW_YORK, '2027-03-14T02:00:00Z', '2027-03-14T03:00', '2027-03-14T10:00'],
    [NEW_YORK, '2026-11-01T01:00:00Z', '2026-11-01T02:00', '2026-11-01T11:00'],
    // Lord Howe Island changes its clocks by half an hour.
    ['Australia/Lord_Howe', '2026-10-03T10:00:00Z', '2026-10-03T11:30', '2026-10-03T19:00'],
    ['Australia/Lord_Howe', '2027-04-03T10:00:00Z', '2027-04-03T11:00', '2027-04-03T19:30'],
    ['Asia/Kolkata', '2026-11-24T16:00:00Z', '2026-11-24T16:30', '2026-11-25T00:30'],
  ])('keeps its local times in %s when clocks change: %s', (timeZone, now, opens, closes) => {
    expect(openings(timeZone, nights, now)[0]).toEqual([opens, closes]);
  });
});

describe('a whole day', () => {
  const sunday: OpenHours[] = [{ day: 'sunday', ...ALL_DAY }];

  it.each([
    [NEW_YORK, '2027-03-13T12:00:00Z', '2027-03-14T05:00', '2027-03-15T04:00'],
    [NEW_YORK, '2026-10-31T12:00:00Z', '2026-11-01T04:00', '2026-11-02T05:00'],
    // That day has no midnight: clocks go from 23:59 to 01:00.
    ['Asia/Beirut', '2027-03-27T12:00:00Z', '2027-03-27T22:00', '2027-03-28T21:00'],
    ['Australia/Lord_Howe', '2026-10-03T10:00:00Z', '2026-10-03T13:30', '2026-10-04T13:00'],
  ])('is as long as the day in %s: %s', (timeZone, now, opens, closes) => {
    expect(openings(timeZone, sunday, now)[0]).toEqual([opens, closes]);
  });

  it('merges with the next whole day', () => {
    expect(openings(NEW_YORK, AROUND_THE_CLOCK, '2026-11-24T15:00:00Z')).toHaveLength(1);
  });
});

test('merges only openings that overlap or adjoin', () => {
  const hours: OpenHours[] = [
    { day: 'tuesday', opens: '12:00', closes: '17:00' },
    { day: 'tuesday', opens: '09:00', closes: '12:00' },
    { day: 'tuesday', opens: '10:00', closes: '11:00' },
    { day: 'tuesday', opens: '18:00', closes: '24:00' },
    { day: 'wednesday', opens: '00:00', closes: '03:00' },
  ];
  expect(openings('UTC', hours, '2026-11-24T08:00:00Z').slice(0, 3)).toEqual([
    ['2026-11-24T09:00', '2026-11-24T17:00'],
    ['2026-11-24T18:00', '2026-11-25T03:00'],
    ['2026-12-01T09:00', '2026-12-01T17:00'],
  ]);
});

describe('the contact promise', () => {
  const promise = (hours: OpenHours[], now: string, timeZone = NEW_YORK) =>
    formatContactPromise({ timeZone, hours }, new Date(now), 'en');

  it.each([
    ['in the morning', '2026-11-24T14:10:00Z', 'today, before 9:00 PM Eastern Time'],
    ['at noon', '2026-11-24T17:20:00Z', 'today, before midnight Eastern Time'],
    ['late', '2026-11-25T04:50:00Z', 'on Wednesday, November 25, before 11:00 AM Eastern Time'],
  ])('promises at most half a day around the clock: %s', (_, now, expected) => {
    expect(promise(AROUND_THE_CLOCK, now)).toBe(expected);
    const by = findContactWindow(
      { timeZone: NEW_YORK, hours: AROUND_THE_CLOCK },
      new Date(now),
    )?.closes;
    const hours = (Number(by) - Date.parse(now)) / 3_600_000;
    expect(hours).toBeGreaterThan(11);
    expect(hours).toBeLessThanOrEqual(12);
  });

  it('names the day on which a night ends', () => {
    const nights = daily('22:00', '06:00');
    expect(promise(nights, '2026-11-24T04:30:00Z')).toBe(
      'on Tuesday, November 24, before 6:00 AM Eastern Time',
    );
    expect(promise(nights, '2026-11-24T09:30:00Z')).toBe('today, before 6:00 AM Eastern Time');
    expect(promise(nights, '2026-11-24T15:00:00Z')).toBe(
      'today, between 10:00 PM and 6:00 AM Eastern Time',
    );
  });

  it('ends at midnight on a day that is open to its end', () => {
    const hours: OpenHours[] = [{ day: 'tuesday', opens: '09:00', closes: '24:00' }];
    expect(promise(hours, '2026-11-24T15:00:00Z')).toBe('today, before midnight Eastern Time');
    expect(promise(hours, '2026-11-25T04:45:00Z')).toBe(
      'on Tuesday, December 1, between 9:00 AM and midnight Eastern Time',
    );
  });

  it('ends on the first morning of a weekend that is open throughout', () => {
    const hours = AROUND_THE_CLOCK.slice(5);
    expect(promise(hours, '2026-11-26T15:00:00Z')).toBe(
      'on Saturday, November 28, between midnight and 12:00 PM Eastern Time',
    );
  });

  it('ends at a full hour of local time in a zone with a half-hour offset', () => {
    expect(promise(AROUND_THE_CLOCK, '2026-11-24T03:10:00Z', 'Asia/Kolkata')).toBe(
      'today, before 8:00 PM India Standard Time',
    );
  });
});

describe('formatted business hours', () => {
  const format = (hours: OpenHours[]) => formatBusinessHours({ timeZone: NEW_YORK, hours }, 'en');

  it.each<[OpenHours[], string]>([
    [AROUND_THE_CLOCK, 'at any hour, every day'],
    [
      [...daily('09:00', '17:00').slice(0, 5), ...AROUND_THE_CLOCK.slice(5)],
      'Monday to Friday, 9:00 AM to 5:00 PM; Saturday to Sunday, all day Eastern Time',
    ],
    [daily('22:00', '06:00'), 'Monday to Sunday, 10:00 PM to 6:00 AM Eastern Time'],
    [daily('18:00', '24:00'), 'Monday to Sunday, 6:00 PM to midnight Eastern Time'],
    [
      [...daily('09:00', '12:00'), ...daily('12:00', '14:00'), ...daily('13:00', '13:30')],
      'Monday to Sunday, 9:00 AM to 2:00 PM Eastern Time',
    ],
    [
      [...daily('20:00', '02:00'), ...daily('09:00', '12:00'), ...daily('21:00', '23:00')],
      'Monday to Sunday, 9:00 AM to 12:00 PM and 8:00 PM to 2:00 AM Eastern Time',
    ],
    [[...daily('00:00', '12:00'), ...daily('12:00', '24:00')], 'at any hour, every day'],
    [[], ''],
  ])('case %#', (hours, expected) => {
    expect(format(hours)).toBe(expected);
  });
});

test('offers a slot at every quarter of an hour of five days around the clock', () => {
  const now = new Date('2026-11-24T15:05:00Z');
  const slots = offeredSlots({ timeZone: NEW_YORK, hours: AROUND_THE_CLOCK }, now);
  expect(slots[0]?.toISOString()).toBe('2026-11-24T16:15:00.000Z');
  expect(slots.at(-1)?.toISOString()).toBe('2026-11-29T04:45:00.000Z');
  expect(slots).toHaveLength(51 + 4 * 96);
  expect(new Set(slots.map(Number)).size).toBe(slots.length);
});
