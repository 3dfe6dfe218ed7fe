/** Collections with public documents. Submissions, and documents that belong to them, are never public. */
export const PUBLIC_COLLECTIONS = [
  'articles',
  'calls-to-action',
  'consent-texts',
  'media',
  'pages',
  'people',
  'redirects',
  'topics',
  'treatment-stages',
] as const;

export type PublicCollection = (typeof PUBLIC_COLLECTIONS)[number];
