/** What a colleague may be, in the order in which the admin offers it. A person may hold several. */
export const ROLES = ['writer', 'editor', 'reviewer', 'coordinator', 'lead', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Those who see visitors' requests and answer them. */
export const WORK_ON_REQUESTS = ['coordinator', 'lead', 'admin'] as const satisfies readonly Role[];

export const ROLE_LABELS: Record<Role, string> = {
  writer: 'Writer',
  editor: 'Editor',
  reviewer: 'Clinical reviewer',
  coordinator: 'Coordinator',
  lead: 'Lead coordinator',
  admin: 'Administrator',
};
