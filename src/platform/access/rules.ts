import type { Access, FieldAccess, PayloadRequest } from 'payload';
import type { Role } from '#domain/roles.ts';

type Person = PayloadRequest['user'];

/** True if the person holds one of the roles. */
export const holds = (person: Person, ...roles: Role[]): boolean =>
  person?.roles?.some((role) => roles.includes(role)) ?? false;

/** These are the people who see drafts, wherever they stand. */
export const seesDrafts = (person: Person): boolean =>
  holds(person, 'writer', 'editor', 'reviewer', 'admin');

/** Not offered in the admin to people who hold none of the roles; what they may do is for access to say. */
export const hiddenUnless =
  (...roles: Role[]) =>
  ({ user }: { user: unknown }): boolean =>
    !holds(user as Person, ...roles);

export const anyone = (): boolean => true;

export const nobody = (): boolean => false;

export const hasRole =
  (...roles: Role[]) =>
  ({ req }: { req: PayloadRequest }): boolean =>
    holds(req.user, ...roles);

/** Everybody sees what is published; these roles see drafts as well. */
export const publishedOr =
  (...roles: Role[]): Access =>
  ({ req }) =>
    holds(req.user, ...roles) || { _status: { equals: 'published' } };

/** These roles, and a writer for what the writer made. */
export const ownedByWriterOr =
  (...roles: Role[]): Access =>
  ({ req: { user } }) => {
    if (holds(user, ...roles)) return true;
    return user && holds(user, 'writer') ? { createdBy: { equals: user.id } } : false;
  };

/** The rule holds for drafts; to publish takes one of these roles. The admin asks it to show a button. */
export const publishedOnlyBy =
  (roles: Role[], rule: Access): Access =>
  (args) =>
    args.data?._status === 'published' && !holds(args.req.user, ...roles) ? false : rule(args);

/** These roles, and every colleague for the own account. */
export const selfOr =
  (...roles: Role[]): Access =>
  ({ req: { user } }) => {
    if (holds(user, ...roles)) return true;
    return user?.roles?.length ? { id: { equals: user.id } } : false;
  };

/** For fields that only hooks write. */
export const byHooksOnly: { create: FieldAccess; update: FieldAccess } = {
  create: nobody,
  update: nobody,
};
