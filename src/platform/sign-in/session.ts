import { type CollectionRefreshHook, Forbidden, getFieldsToSign, jwtSign } from 'payload';
import type { User } from '#payload-types.ts';

/** Who does nothing for so long is signed out. */
export const IDLE_S = 30 * 60;

/** After so long everybody signs in anew, whatever they did. */
const LONGEST_S = 12 * 60 * 60;

/** Goes on with a session as long as it may last; Payload would go on for ever. @throws Forbidden at its end */
export const endSession: CollectionRefreshHook<User> = async ({ args, user }) => {
  const { req, collection } = args;
  const signedIn = req.user as (User & { collection: 'users'; _sid?: string }) | null;
  const session = user.sessions?.find(({ id }) => id === signedIn?._sid);
  const began = session?.createdAt ? new Date(session.createdAt).getTime() : 0;
  const leftS = Math.floor((began + LONGEST_S * 1000 - Date.now()) / 1000);
  if (!signedIn || leftS <= 0) throw new Forbidden(req.t);
  const { exp, token } = await jwtSign({
    fieldsToSign: getFieldsToSign({
      collectionConfig: collection.config,
      email: user.email,
      sid: signedIn._sid,
      user: signedIn,
    }),
    secret: req.payload.secret,
    tokenExpiration: Math.min(IDLE_S, leftS),
  });
  return { exp, refreshedToken: token, setCookie: true, user };
};
