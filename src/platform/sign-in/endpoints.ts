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
import { isTransientError } from '#platform/database/mongo-errors.ts';
import { runInRequestTransaction } from '#platform/database/transaction.ts';
import { deviceCookie, knownDeviceOf } from './device-cookie.ts';

const RETRY_DELAYS_MS = [20, 60, 180, 500];

/**
 * Runs one of Payload's operations in a single transaction, and retries it after a conflict. Payload reads the account
 * before its transaction and then writes all of it, which loses the session of a simultaneous sign-in or a change of
 * roles. It also answers 500 to a write conflict.
 */
async function retryInTransaction<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  for (const delay of RETRY_DELAYS_MS) {
    try {
      return await runInRequestTransaction(req, work);
    } catch (error) {
      if (!isTransientError(error)) throw error;
      await pause(delay);
    }
  }
  return runInRequestTransaction(req, work);
}

const usersOf = ({ payload }: PayloadRequest) => payload.collections.users;

/** Responds with the session in an HttpOnly cookie, and not in the body, where a script could read it. */
function sessionResponse(
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

/** Replaces Payload's sign-in: one transaction, and a device cookie. */
export const signInEndpoint: Endpoint = {
  path: '/login',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req);
    const textOf = (name: string): string => {
      const value: unknown = req.data?.[name];
      return typeof value === 'string' ? value : '';
    };
    const data = { email: textOf('email'), password: textOf('password') };
    const { token, ...result } = await retryInTransaction(req, () =>
      loginOperation({ collection: usersOf(req), data, req }),
    );
    const email = data.email.toLowerCase().trim();
    const device = deviceCookie(email, knownDeviceOf(req.headers, email));
    return sessionResponse(
      req,
      token,
      { message: req.t('authentication:passed'), ...result },
      device,
    );
  },
};

/** Replaces Payload's refresh of a session: one transaction. */
export const refreshSessionEndpoint: Endpoint = {
  path: '/refresh-token',
  method: 'post',
  handler: async (req) => {
    const { refreshedToken, ...result } = await retryInTransaction(req, () =>
      refreshOperation({ collection: usersOf(req), req }),
    );
    const message = req.t('authentication:tokenRefreshSuccessful');
    return sessionResponse(req, refreshedToken, { message, ...result });
  },
};
