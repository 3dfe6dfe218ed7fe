import { type CollectionRefreshHook, Forbidden, getFieldsToSign, jwtSign } from 'payload';
import type { User } from '#payload-types.ts';

/** Seconds without activity after which a session ends. */
export const IDLE_TIMEOUT_S = 30 * 60;

/** Seconds after sign-in after which every session ends. */
const MAX_SESSION_S = 12 * 60 * 60;

/**
 * Extends a session by the idle timeout, but not beyond its maximum. Payload would extend it forever.
 * @throws Forbidden at the end of the session
 */
export const refreshSession: CollectionRefreshHook<User> = async ({ args, user }) => {
  const { req, collection } = args;
  const signedIn = req.user as (User & { collection: 'users'; _sid?: string }) | null;
  const session = user.sessions?.find(({ id }) => id === signedIn?._sid);
  const began = session?.createdAt ? new Date(session.createdAt).getTime() : 0;
  const remainingS = Math.floor((began + MAX_SESSION_S * 1000 - Date.now()) / 1000);
  if (!signedIn || remainingS <= 0) throw new Forbidden(req.t);
  const { exp, token } = await jwtSign({
    fieldsToSign: getFieldsToSign({
      collectionConfig: collection.config,
      email: user.email,
      sid: signedIn._sid,
      user: signedIn,
    }),
    secret: req.payload.secret,
    tokenExpiration: Math.min(IDLE_TIMEOUT_S, remainingS),
  });
  return { exp, refreshedToken: token, setCookie: true, user };
};
