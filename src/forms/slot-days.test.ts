import { expect, test } from 'vitest';
import { groupSlotsByDay } from './slot-days.ts';

const SLOTS = ['2026-11-25T23:45:00.000Z', '2026-11-26T14:00:00.000Z'];

test('groups slots by their day in the zone', () => {
  expect(groupSlotsByDay(SLOTS, 'America/New_York')).toEqual([
    { day: 'Wednesday, November 25', times: [{ at: SLOTS[0], time: '6:45 PM' }] },
    { day: 'Thursday, November 26', times: [{ at: SLOTS[1], time: '9:00 AM' }] },
  ]);
  expect(groupSlotsByDay(SLOTS, 'Pacific/Auckland')).toEqual([
    { day: 'Thursday, November 26', times: [{ at: SLOTS[0], time: '12:45 PM' }] },
    { day: 'Friday, November 27', times: [{ at: SLOTS[1], time: '3:00 AM' }] },
  ]);
});
