/** Kinds of submission that a visitor can send. */
export const SUBMISSION_KINDS = [
  'request-call',
  'text-info',
  'request-meeting',
  'schedule-call',
  'let-us-help',
] as const;
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];

/** Kinds of call to action: a form for one kind of submission, a plain link, or a phone line. */
export const CALL_TO_ACTION_KINDS = [...SUBMISSION_KINDS, 'link', 'phone-line'] as const;
export type CallToActionKind = (typeof CALL_TO_ACTION_KINDS)[number];

export const KIND_LABELS: Record<CallToActionKind, string> = {
  'request-call': 'Ask for a call',
  'text-info': 'Get information by text',
  'request-meeting': 'Ask for a meeting',
  'schedule-call': 'Choose a time for a call',
  'let-us-help': 'Let us help',
  link: 'Link to a page',
  'phone-line': 'Phone line',
};

export const CONTACT_METHODS = ['call', 'text', 'any'] as const;
export type ContactMethod = (typeof CONTACT_METHODS)[number];

export const CONTACT_METHOD_LABELS: Record<ContactMethod, string> = {
  call: 'Phone call',
  text: 'Text message',
  any: 'Phone or email',
};

/** True if a call to action of this kind has a form. */
export const isSubmissionKind = (kind: CallToActionKind): kind is SubmissionKind =>
  (SUBMISSION_KINDS as readonly string[]).includes(kind);
