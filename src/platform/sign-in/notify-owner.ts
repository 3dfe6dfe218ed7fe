import type {
  CollectionAfterChangeHook,
  CollectionAfterOperationHook,
  CollectionBeforeChangeHook,
  Payload,
  PayloadRequest,
} from 'payload';
import type { User } from '#payload-types.ts';
import { logFailure } from '#platform/log/log-failure.ts';
import { accountChangedMail } from './account-changed-mail.ts';
import { type SensitiveField, sensitiveChanges } from './account-changes.ts';

/** Key in the request's context: sensitive changes by account id, until they are written. */
const PENDING_CHANGES = 'changingAccounts';

const pendingChanges = ({ context }: PayloadRequest): Map<string, SensitiveField[]> => {
  const pending = context as { [PENDING_CHANGES]?: Map<string, SensitiveField[]> };
  pending[PENDING_CHANGES] ??= new Map();
  return pending[PENDING_CHANGES];
};

/** Ends all other sessions after a change of the address. After a change of the password, Payload does. */
export const endOtherSessions: CollectionBeforeChangeHook<User> = ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data;
  const changes = sensitiveChanges(data, originalDoc);
  if (changes.length > 0) pendingChanges(req).set(originalDoc.id, changes);
  if (!changes.includes('email')) return data;
  const { id, _sid } = (req.user ?? {}) as Partial<User> & { _sid?: string };
  const ownSession = id === originalDoc.id ? _sid : undefined;
  return {
    ...data,
    sessions: originalDoc.sessions?.filter((session) => session.id === ownSession) ?? [],
    // Invalidates a reset link in the old mailbox.
    resetPasswordToken: null,
    resetPasswordExpiration: null,
  };
};

/** Notifies the owner of a changed account at its previous address: the new one may be a thief's. */
export const notifyOwner: CollectionAfterChangeHook<User> = ({ doc, previousDoc, req }) => {
  const changes = pendingChanges(req).get(doc.id);
  pendingChanges(req).delete(doc.id);
  if (changes) sendChangeMail(req.payload, previousDoc.email, changes);
  return doc;
};

/** Notifies the owner after a password reset by mail, for which Payload runs no document hooks. */
export const notifyOwnerOfReset: CollectionAfterOperationHook = ({ operation, req, result }) => {
  if ((operation as string) === 'resetPassword') {
    const { user } = result as unknown as { user?: { email?: string } };
    if (user?.email) sendChangeMail(req.payload, user.email, ['password']);
  }
  return result;
};

/** Does not await the mail, because a slow mail server would keep the transaction open. */
function sendChangeMail(payload: Payload, to: string, changes: SensitiveField[]): void {
  payload
    .sendEmail({ to, ...accountChangedMail(changes) })
    .catch((error: unknown) => logFailure('account-mail-failed', error));
}
