/** Where a request stands. */
export const STATUSES = ['new', 'contacted', 'scheduled', 'closed'] as const;
export type Status = (typeof STATUSES)[number];

export const STATUS_LABELS: Record<Status, string> = {
  new: 'New',
  contacted: 'Contacted',
  scheduled: 'Scheduled',
  closed: 'Closed',
};

/** Why a request is closed. */
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

/** What a line of a request's timeline tells. */
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

/** True of a request that its visitor took back: nobody opens it again, and nobody is contacted for it. */
export const isWithdrawn = (request: {
  status?: Status | null;
  closedReason?: ClosedReason | null;
}): boolean => request.status === 'closed' && request.closedReason === 'withdrawn';
