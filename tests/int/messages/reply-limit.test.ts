import { beforeAll, expect, it, vi } from 'vitest';
import { answerText } from '#submissions/messages/texts/inbound.ts';
import { openDoors } from '#tests/helpers/door.ts';

// The limits as they are for visitors.
vi.hoisted(() => Object.assign(process.env, { RATE_LIMIT_FACTOR: '1' }));

beforeAll(openDoors);

const replyTo = async (From: string, Body: string) =>
  Boolean(await answerText(new URLSearchParams({ From, Body }), new Date()));

it('one phone gets three replies an hour, and leaves the others theirs', async () => {
  const replies: boolean[] = [];
  for (const words of ['HELP', 'cancel my appointment', 'HELP', 'HELP', 'cancel my visit']) {
    replies.push(await replyTo('+12125550111', words));
  }
  expect(replies).toEqual([true, true, true, false, false]);
  expect(await replyTo('+12125550112', 'HELP')).toBe(true);
});
