import type { AccountSeed } from '../seed-types.ts';

/** One account for each role. The first one creates the others. */
export const ACCOUNTS = [
  { email: 'admin@example.org', name: 'Sample Administrator', roles: ['admin'] },
  { email: 'editor@example.org', name: 'Sample Editor', roles: ['editor'] },
  { email: 'writer@example.org', name: 'Sample Writer', roles: ['writer'] },
  { email: 'reviewer@example.org', name: 'Sample Clinical Reviewer', roles: ['reviewer'] },
  { email: 'coordinator@example.org', name: 'Sample Coordinator', roles: ['coordinator'] },
  { email: 'lead@example.org', name: 'Sample Lead Coordinator', roles: ['lead'] },
] as const satisfies AccountSeed[];

export type DemoEmail = (typeof ACCOUNTS)[number]['email'];
