import { type CollectionBeforeOperationHook, Forbidden } from 'payload';
import type { Role } from '#domain/roles.ts';
import { hasAnyRole } from '#platform/access/rules.ts';

/**
 * Lets only these roles change published content. Access rules see the data of a change, but not whether it
 * goes to the draft or to the published document; this hook sees both.
 * @throws Forbidden (403)
 */
export const restrictPublishing =
  (...roles: Role[]): CollectionBeforeOperationHook =>
  ({ args, operation, req, overrideAccess }) => {
    if (overrideAccess || hasAnyRole(req.user, ...roles)) return args;
    const operationArgs = args as OperationArgs;
    const publishes =
      (operation === 'create' && operationArgs.data?._status === 'published') ||
      (operation === 'update' && !savesDraft(operationArgs)) ||
      (operation === 'restoreVersion' && operationArgs.draft !== true);
    if (publishes) throw new Forbidden(req.t);
    return args;
  };

interface OperationArgs {
  draft?: boolean;
  publishAllLocales?: boolean;
  unpublishAllLocales?: boolean;
  data?: { _status?: string };
}

const savesDraft = ({
  draft,
  publishAllLocales,
  unpublishAllLocales,
  data,
}: OperationArgs): boolean =>
  draft === true && !publishAllLocales && !unpublishAllLocales && data?._status !== 'published';
