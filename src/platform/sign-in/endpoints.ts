import { setTimeout as pause } from 'node:timers/promises';
import {
  addDataAndFileToRequest,
  type Endpoint,
  generatePayloadCookie,
  headersWithCors,
  loginOperation,
  type PayloadRequest,
  refreshOperation,
} from 'payload';
import { inOneTransaction } from '#platform/database/one-transaction.ts';
import { isTransient } from '#platform/http/transient.ts';
import { deviceCookie, deviceOf } from './device-cookie.ts';

const PAUSES_MS = [20, 60, 180, 500];

/**
 * Payload's own operation, but for this: it looks the account up before its transaction and then writes
 * all of it, so that of two sign-ins at once one session would be lost, and a change of roles between.
 * Here all is one transaction. Where two meet, MongoDB lets one of them begin anew; Payload would answer 500.
 */
async function asOne<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  for (const wait of PAUSES_MS) {
    try {
      return await inOneTransaction(req, work);
    } catch (error) {
      if (!isTransient(error)) throw error;
      await pause(wait);
    }
  }
  return inOneTransaction(req, work);
}

const usersOf = ({ payload }: PayloadRequest) => payload.collections.users;

/** The session goes into its cookie, where no script reads it, and nowhere else. */
function answer(
  req: PayloadRequest,
  token: string | undefined,
  body: object,
  device?: string,
): Response {
  const cookie = generatePayloadCookie({
    collectionAuthConfig: usersOf(req).config.auth,
    cookiePrefix: req.payload.config.cookiePrefix,
    token: token ?? '',
  });
  const headers = headersWithCors({ headers: new Headers({ 'Set-Cookie': cookie }), req });
  if (device) headers.append('Set-Cookie', device);
  return Response.json(body, { headers });
}

export const signIn: Endpoint = {
  path: '/login',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req);
    const typed = (name: string): string => {
      const value: unknown = req.data?.[name];
      return typeof value === 'string' ? value : '';
    };
    const data = { email: typed('email'), password: typed('password') };
    const { token, ...result } = await asOne(req, () =>
      loginOperation({ collection: usersOf(req), data, req }),
    );
    const email = data.email.toLowerCase().trim();
    const device = deviceCookie(email, deviceOf(req.headers, email));
    return answer(req, token, { message: req.t('authentication:passed'), ...result }, device);
  },
};

export const staySignedIn: Endpoint = {
  path: '/refresh-token',
  method: 'post',
  handler: async (req) => {
    const { refreshedToken, ...result } = await asOne(req, () =>
      refreshOperation({ collection: usersOf(req), req }),
    );
    const message = req.t('authentication:tokenRefreshSuccessful');
    return answer(req, refreshedToken, { message, ...result });
  },
};
