import { type CollectionBeforeOperationHook, Forbidden } from 'payload';
import type { Role } from '#domain/roles.ts';
import { holds } from '#platform/access/rules.ts';

/**
 * What readers see changes only by the hand of these roles. The access rules see the data of a
 * change, but not whether it goes to the draft or to the published document; this hook sees both.
 * @throws Forbidden (403)
 */
export const onlyPublishersPublish =
  (...roles: Role[]): CollectionBeforeOperationHook =>
  ({ args, operation, req, overrideAccess }) => {
    if (overrideAccess || holds(req.user, ...roles)) return args;
    const change = args as Change;
    const publishes =
      (operation === 'create' && change.data?._status === 'published') ||
      (operation === 'update' && !savesDraft(change)) ||
      (operation === 'restoreVersion' && change.draft !== true);
    if (publishes) throw new Forbidden(req.t);
    return args;
  };

interface Change {
  draft?: boolean;
  publishAllLocales?: boolean;
  unpublishAllLocales?: boolean;
  data?: { _status?: string };
}

const savesDraft = ({ draft, publishAllLocales, unpublishAllLocales, data }: Change): boolean =>
  draft === true && !publishAllLocales && !unpublishAllLocales && data?._status !== 'published';
