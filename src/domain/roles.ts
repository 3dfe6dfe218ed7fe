/** What a colleague may be, in the order in which the admin offers it. A person may hold several. */
export const ROLES = ['writer', 'editor', 'reviewer', 'coordinator', 'lead', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Record<Role, string> = {
  writer: 'Writer',
  editor: 'Editor',
  reviewer: 'Clinical reviewer',
  coordinator: 'Coordinator',
  lead: 'Lead coordinator',
  admin: 'Administrator',
};
