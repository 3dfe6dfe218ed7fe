import type { RedirectSeed } from '../documents.ts';

export const REDIRECTS: RedirectSeed[] = [
  {
    from: '/iop',
    relationTo: 'articles',
    slug: 'understanding-intensive-outpatient-treatment',
  },
];
