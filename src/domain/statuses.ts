/** Statuses of a submission. */
export const STATUSES = ['new', 'contacted', 'scheduled', 'closed'] as const;
export type Status = (typeof STATUSES)[number];

export const STATUS_LABELS: Record<Status, string> = {
  new: 'New',
  contacted: 'Contacted',
  scheduled: 'Scheduled',
  closed: 'Closed',
};

/** Reasons for closing a submission. */
export const CLOSED_REASONS = [
  'helped',
  'referred',
  'not-reached',
  'withdrawn',
  'not-a-request',
] as const;
export type ClosedReason = (typeof CLOSED_REASONS)[number];

export const CLOSED_REASON_LABELS: Record<ClosedReason, string> = {
  helped: 'Helped',
  referred: 'Referred to someone else',
  'not-reached': 'Could not be reached',
  withdrawn: 'Withdrawn by the visitor',
  'not-a-request': 'Not a request',
};

/** Types of event in the timeline of a submission. */
export const EVENT_TYPES = [
  'received',
  'status',
  'owner',
  'note',
  'message',
  'withdrawn',
  'beside',
  'mark',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const EVENT_TYPE_LABELS: Record<EventType, string> = {
  received: 'Received',
  status: 'Status',
  owner: 'Owner',
  note: 'Note',
  message: 'Message',
  withdrawn: 'Withdrawn',
  beside: 'Another request',
  mark: 'Mark',
};

/** True if the visitor withdrew the submission: it cannot be reopened, and nobody is contacted about it. */
export const isWithdrawn = (submission: {
  status?: Status | null;
  closedReason?: ClosedReason | null;
}): boolean => submission.status === 'closed' && submission.closedReason === 'withdrawn';
