import { z } from 'zod';

/** Signs that no keyboard types: controls but tab and line ends, halves of a pair, direction overrides. */
const UNTYPABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202a-\u202e]/gu;

const VISIBLE = /[^\p{C}\p{Z}\s]/u;

/** Text as a person types it, without what no person types; lines end in one way. `how` says what to enter. */
export const text = (how: string) =>
  z
    .string({ error: how })
    .overwrite((typed) => typed.replace(UNTYPABLE, '').replace(/\r\n?/g, '\n'))
    .trim();

/** Text in which there is something to see. */
export const visibleText = (how: string) =>
  text(how).refine((typed) => VISIBLE.test(typed), { error: how, abort: true });
