import type { Access, FieldAccess, PayloadRequest } from 'payload';
import type { Role } from '#domain/roles.ts';

type Person = PayloadRequest['user'];

/** True if the person has one of the roles. */
export const hasAnyRole = (person: Person, ...roles: Role[]): boolean =>
  person?.roles?.some((role) => roles.includes(role)) ?? false;

/** True if the person may see drafts: in the admin, in previews and through the API. */
export const maySeeDrafts = (person: Person): boolean =>
  hasAnyRole(person, 'writer', 'editor', 'reviewer', 'admin');

/**
 * For `admin.hidden`: hides a collection or global from people who have none of the roles. It grants and denies
 * nothing.
 */
export const hiddenUnless =
  (...roles: Role[]) =>
  ({ user }: { user: unknown }): boolean =>
    !hasAnyRole(user as Person, ...roles);

export const anyone = (): boolean => true;

export const nobody = (): boolean => false;

/** Access for people with one of the roles. */
export const hasRole =
  (...roles: Role[]) =>
  ({ req }: { req: PayloadRequest }): boolean =>
    hasAnyRole(req.user, ...roles);

/** Access for everybody to published documents, and for these roles to drafts as well. */
export const publishedOr =
  (...roles: Role[]): Access =>
  ({ req }) =>
    hasAnyRole(req.user, ...roles) || { _status: { equals: 'published' } };

/** Access for these roles, and for a writer to documents that the writer created. */
export const ownedByWriterOr =
  (...roles: Role[]): Access =>
  ({ req: { user } }) => {
    if (hasAnyRole(user, ...roles)) return true;
    return user && hasAnyRole(user, 'writer') ? { createdBy: { equals: user.id } } : false;
  };

/**
 * Access by `rule`, but only these roles may publish. The admin calls it as well, to decide whether it shows the
 * button.
 */
export const publishedOnlyBy =
  (roles: Role[], rule: Access): Access =>
  (args) =>
    args.data?._status === 'published' && !hasAnyRole(args.req.user, ...roles) ? false : rule(args);

/** Access for these roles to all accounts, and for everybody else on the staff to their own. */
export const selfOr =
  (...roles: Role[]): Access =>
  ({ req: { user } }) => {
    if (hasAnyRole(user, ...roles)) return true;
    return user?.roles?.length ? { id: { equals: user.id } } : false;
  };

/** Access of fields that only hooks write. */
export const byHooksOnly: { create: FieldAccess; update: FieldAccess } = {
  create: nobody,
  update: nobody,
};
