import { type CollectionBeforeValidateHook, type PayloadRequest, ValidationError } from 'payload';
import type { User } from '#payload-types.ts';
import { limiterOf } from '#platform/http/counted-limit.ts';
import { guardedChanges } from './account-changes.ts';
import { isPasswordOf } from './password-hash.ts';
import { refuseIfOver } from './too-many-tries.ts';

const MINUTE_MS = 60 * 1000;

/** Who signed in so short a time ago need not show it again where other people's accounts are concerned. */
const RECENT_MS = 10 * MINUTE_MS;

// Counted by session: who stole one cannot keep its person from changing the password in another.
const bySession = limiterOf({ name: 'current-password', points: 10, seconds: 15 * 60 });

type Colleague = User & { _sid?: string };

/**
 * A session may be stolen, and makes nobody the owner of an account. The own address and password change with the
 * current password only; new accounts, roles and other people's accounts with that, or soon after signing in.
 * What is typed as the current password goes no further than this.
 * @throws ValidationError at `currentPassword`
 * @throws TooManyTries
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
  const user = req.user as Colleague | null;
  // What a link of a mail sets comes without the stored account, and is proof enough. Code has no session.
  const byMail = operation === 'update' && !originalDoc;
  if (!user || byMail || req.payloadAPI === 'local') return rest;
  const changes = guardedChanges(rest, operation === 'update' ? originalDoc : undefined);
  if (changes.length === 0) return rest;
  if (currentPassword) {
    await confirmOnce(currentPassword, user, req);
    return rest;
  }
  const isOwn = operation === 'update' && originalDoc?.id === user.id;
  const takesOver = isOwn && changes.some((field) => field !== 'roles');
  if (takesOver || !signedInRecently(user)) throw wrong('Enter your current password.', req);
  return rest;
};

const CONFIRMED = 'confirmedIdentity';

/** One try a request, however many accounts it changes. */
function confirmOnce(typed: unknown, user: Colleague, req: PayloadRequest): Promise<void> {
  const context = req.context as { [CONFIRMED]?: Promise<void> };
  context[CONFIRMED] ??= confirm(typed, user, req);
  return context[CONFIRMED];
}

async function confirm(typed: unknown, user: Colleague, req: PayloadRequest): Promise<void> {
  const session = user._sid ?? String(user.id);
  refuseIfOver([await bySession(req.payload, session)], req);
  const stored = await req.payload.db.findOne<{ id: string; hash?: string; salt?: string }>({
    collection: 'users',
    where: { id: { equals: user.id } },
    req,
  });
  const isRight = typeof typed === 'string' && stored && (await isPasswordOf(stored, typed));
  if (!isRight) throw wrong('This is not your current password.', req);
  await bySession(req.payload, session, -1);
}

function signedInRecently({ sessions, _sid }: Colleague): boolean {
  const began = sessions?.find(({ id }) => id === _sid)?.createdAt;
  return began ? Date.now() - new Date(began).getTime() < RECENT_MS : false;
}

const wrong = (message: string, req: PayloadRequest) =>
  new ValidationError(
    {
      collection: 'users',
      errors: [{ path: 'currentPassword', label: 'Your current password', message }],
    },
    req.t,
  );
