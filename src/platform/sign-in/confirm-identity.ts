import { type CollectionBeforeValidateHook, type PayloadRequest, ValidationError } from 'payload';
import type { User } from '#payload-types.ts';
import { createRateLimiter } from '#platform/http/rate-limiter.ts';
import { sensitiveChanges } from './account-changes.ts';
import { isPasswordOf } from './password-hash.ts';
import { throwIfOverLimit } from './too-many-attempts.ts';

const MINUTE_MS = 60 * 1000;

/** For this long after sign-in, changes to other people's accounts need no password. */
const RECENT_MS = 10 * MINUTE_MS;

// Counted by session, so that the thief of one session cannot use up the attempts of its owner's other sessions.
const countBySession = createRateLimiter({
  name: 'current-password',
  points: 10,
  seconds: 15 * 60,
});

type SessionUser = User & { _sid?: string };

/**
 * Requires the current password for sensitive changes, because a session may be stolen. A person's own address and
 * password always need it; new accounts, roles and other people's accounts only if the sign-in was not recent.
 * Removes `currentPassword` from the data, so that no other hook sees it.
 * @throws ValidationError at `currentPassword`
 * @throws TooManyAttempts
 */
export const confirmIdentity: CollectionBeforeValidateHook<User> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  const { currentPassword, ...rest } = (data ?? {}) as Partial<User> & {
    currentPassword?: unknown;
  };
  const user = req.user as SessionUser | null;
  // A reset by mail has no `originalDoc`; the link is proof enough. Calls of the Local API have no session.
  const isResetByMail = operation === 'update' && !originalDoc;
  if (!user || isResetByMail || req.payloadAPI === 'local') return rest;
  const changes = sensitiveChanges(rest, operation === 'update' ? originalDoc : undefined);
  if (changes.length === 0) return rest;
  if (currentPassword) {
    await confirmOnce(currentPassword, user, req);
    return rest;
  }
  const isOwn = operation === 'update' && originalDoc?.id === user.id;
  const takesOver = isOwn && changes.some((field) => field !== 'roles');
  if (takesOver || !hasSignedInRecently(user))
    throw currentPasswordError('Enter your current password.', req);
  return rest;
};

const CONFIRMED = 'confirmedIdentity';

/** Confirms the password once a request, however many accounts it changes. */
function confirmOnce(typed: unknown, user: SessionUser, req: PayloadRequest): Promise<void> {
  const context = req.context as { [CONFIRMED]?: Promise<void> };
  context[CONFIRMED] ??= confirmPassword(typed, user, req);
  return context[CONFIRMED];
}

async function confirmPassword(
  typed: unknown,
  user: SessionUser,
  req: PayloadRequest,
): Promise<void> {
  const session = user._sid ?? String(user.id);
  throwIfOverLimit([await countBySession(req.payload, session)], req);
  const stored = await req.payload.db.findOne<{ id: string; hash?: string; salt?: string }>({
    collection: 'users',
    where: { id: { equals: user.id } },
    req,
  });
  const isCorrect = typeof typed === 'string' && stored && (await isPasswordOf(stored, typed));
  if (!isCorrect) throw currentPasswordError('This is not your current password.', req);
  await countBySession(req.payload, session, -1);
}

function hasSignedInRecently({ sessions, _sid }: SessionUser): boolean {
  const began = sessions?.find(({ id }) => id === _sid)?.createdAt;
  return began ? Date.now() - new Date(began).getTime() < RECENT_MS : false;
}

const currentPasswordError = (message: string, req: PayloadRequest) =>
  new ValidationError(
    {
      collection: 'users',
      errors: [{ path: 'currentPassword', label: 'Your current password', message }],
    },
    req.t,
  );
