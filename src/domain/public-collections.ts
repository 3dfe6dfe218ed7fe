/** What the site shows; requests and what belongs to them are never among it. */
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
