/** Purposes for which a form can ask a visitor for consent. */
export const CONSENT_PURPOSES = ['text-messages'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

export const CONSENT_PURPOSE_LABELS: Record<ConsentPurpose, string> = {
  'text-messages': 'Text messages',
};
