import type { FormSubmission } from '#payload-types.ts';

/** A new submission with a name, an email address and a phone number. */
export const submission: FormSubmission = {
  id: '1',
  reference: 'TC-7K4M-92Q',
  kind: 'let-us-help',
  callToAction: '2',
  status: 'new',
  preferredContact: 'any',
  name: 'Jordan Sample',
  email: 'jordan+evenings@example.org',
  phone: '(212) 555-0123 x9',
  phoneE164: '+12125550123',
  locale: 'en',
  receivedAt: '2026-11-24T07:22:00.000Z',
  dueAt: '2026-11-25T00:00:00.000Z',
  receipt: '',
  keys: [],
  fingerprint: '',
  createdAt: '',
  updatedAt: '',
};
