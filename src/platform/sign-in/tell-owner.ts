import type {
  CollectionAfterChangeHook,
  CollectionAfterOperationHook,
  CollectionBeforeChangeHook,
  Payload,
  PayloadRequest,
} from 'payload';
import type { User } from '#payload-types.ts';
import { logFailure } from '#platform/http/log.ts';
import { type Guarded, guardedChanges } from './account-changes.ts';
import { changedMail } from './changed-mail.ts';

/** What changes in which account, until it is written. */
const CHANGING = 'changingAccounts';

const changing = ({ context }: PayloadRequest): Map<string, Guarded[]> => {
  const known = context as { [CHANGING]?: Map<string, Guarded[]> };
  known[CHANGING] ??= new Map();
  return known[CHANGING];
};

/** With a new address, all other sessions end; with a new password, Payload ends them. */
export const endOtherSessions: CollectionBeforeChangeHook<User> = ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data;
  const changes = guardedChanges(data, originalDoc);
  if (changes.length > 0) changing(req).set(originalDoc.id, changes);
  if (!changes.includes('email')) return data;
  const { id, _sid } = (req.user ?? {}) as Partial<User> & { _sid?: string };
  const own = id === originalDoc.id ? _sid : undefined;
  return {
    ...data,
    sessions: originalDoc.sessions?.filter((session) => session.id === own) ?? [],
    // A link in the old mailbox is of no use any more.
    resetPasswordToken: null,
    resetPasswordExpiration: null,
  };
};

/** Tells the person at the address that the account had: a new one may be somebody else's. */
export const tellOwner: CollectionAfterChangeHook<User> = ({ doc, previousDoc, req }) => {
  const changes = changing(req).get(doc.id);
  changing(req).delete(doc.id);
  if (changes) send(req.payload, previousDoc.email, changes);
  return doc;
};

/** The same where a link of a mail set the password: no document hook runs behind that. */
export const tellOwnerOfReset: CollectionAfterOperationHook = ({ operation, req, result }) => {
  if ((operation as string) === 'resetPassword') {
    const { user } = result as unknown as { user?: { email?: string } };
    if (user?.email) send(req.payload, user.email, ['password']);
  }
  return result;
};

/** Not waited for: a slow mail server would hold the transaction open. */
function send(payload: Payload, to: string, changes: Guarded[]): void {
  payload
    .sendEmail({ to, ...changedMail(changes) })
    .catch((error: unknown) => logFailure('account-changed', error));
}
