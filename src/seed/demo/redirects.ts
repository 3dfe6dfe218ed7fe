import type { RedirectSeed } from '../seed-types.ts';

export const REDIRECTS: RedirectSeed[] = [
  {
    from: '/iop',
    relationTo: 'articles',
    slug: 'understanding-intensive-outpatient-treatment',
  },
];
