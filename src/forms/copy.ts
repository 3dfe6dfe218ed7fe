import type { SubmissionKind } from '#domain/submission-kinds.ts';
import type { KindCopy } from './kind-copy.ts';
import { copy as letUsHelp } from './let-us-help/copy.ts';
import { copy as requestCall } from './request-call/copy.ts';
import { copy as requestMeeting } from './request-meeting/copy.ts';
import { copy as scheduleCall } from './schedule-call/copy.ts';
import { copy as textInfo } from './text-info/copy.ts';

/** The copy of each kind of submission. */
export const COPY: Record<SubmissionKind, KindCopy> = {
  'request-call': requestCall,
  'text-info': textInfo,
  'request-meeting': requestMeeting,
  'schedule-call': scheduleCall,
  'let-us-help': letUsHelp,
};
