/** What a visitor can be asked to agree to. */
export const CONSENT_PURPOSES = ['text-messages'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

export const CONSENT_PURPOSE_LABELS: Record<ConsentPurpose, string> = {
  'text-messages': 'Text messages',
};
