import { beforeAll, expect, it, vi } from 'vitest';
import { handleInboundText } from '#submissions/messages/texts/inbound-text.ts';
import { seedForms } from '#tests/helpers/submissions.ts';

// Tests run with raised rate limits by default; this one needs the real ones.
vi.hoisted(() => Object.assign(process.env, { RATE_LIMIT_FACTOR: '1' }));

beforeAll(seedForms);

const replyTo = async (From: string, Body: string) =>
  Boolean(await handleInboundText(new URLSearchParams({ From, Body }), new Date()));

it('replies to one phone three times an hour, and counts each phone apart', async () => {
  const replies: boolean[] = [];
  for (const text of ['HELP', 'cancel my appointment', 'HELP', 'HELP', 'cancel my visit']) {
    replies.push(await replyTo('+12125550111', text));
  }
  expect(replies).toEqual([true, true, true, false, false]);
  expect(await replyTo('+12125550112', 'HELP')).toBe(true);
});
