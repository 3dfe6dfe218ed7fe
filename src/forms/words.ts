import type { Kind } from '#domain/kinds.ts';
import type { KindWords } from './kind-words.ts';
import { words as letUsHelp } from './let-us-help/words.ts';
import { words as requestCall } from './request-call/words.ts';
import { words as requestMeeting } from './request-meeting/words.ts';
import { words as scheduleCall } from './schedule-call/words.ts';
import { words as textInfo } from './text-info/words.ts';

/** What each kind of request promises. */
export const WORDS: Record<Kind, KindWords> = {
  'request-call': requestCall,
  'text-info': textInfo,
  'request-meeting': requestMeeting,
  'schedule-call': scheduleCall,
  'let-us-help': letUsHelp,
};
