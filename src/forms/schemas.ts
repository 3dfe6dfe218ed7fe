import type { z } from 'zod';
import type { SubmissionKind } from '#domain/submission-kinds.ts';
import { schema as letUsHelp } from './let-us-help/schema.ts';
import { schema as requestCall } from './request-call/schema.ts';
import { schema as requestMeeting } from './request-meeting/schema.ts';
import { schema as scheduleCall } from './schedule-call/schema.ts';
import { schema as textInfo } from './text-info/schema.ts';

/** The schema of the answers for each kind of submission. */
export const SCHEMAS = {
  'request-call': requestCall,
  'text-info': textInfo,
  'request-meeting': requestMeeting,
  'schedule-call': scheduleCall,
  'let-us-help': letUsHelp,
} satisfies Record<SubmissionKind, z.ZodObject>;
