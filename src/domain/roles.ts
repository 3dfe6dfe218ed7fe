/** Roles of staff, in the order in which the admin lists them. A person can have several. */
export const ROLES = ['writer', 'editor', 'reviewer', 'coordinator', 'lead', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that read submissions and work on them. */
export const SUBMISSION_ROLES = ['coordinator', 'lead', 'admin'] as const satisfies readonly Role[];

export const ROLE_LABELS: Record<Role, string> = {
  writer: 'Writer',
  editor: 'Editor',
  reviewer: 'Clinical reviewer',
  coordinator: 'Coordinator',
  lead: 'Lead coordinator',
  admin: 'Administrator',
};
