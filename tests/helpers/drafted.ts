/** What has drafts. */
export const DRAFTED = ['articles', 'pages', 'treatment-stages', 'calls-to-action'] as const;
export type Drafted = (typeof DRAFTED)[number];

/** Stands in every draft that a test makes, and must stand nowhere else. */
export const UNSEEN = 'unseendraft';
