import { addDataAndFileToRequest, type Endpoint } from 'payload';
import { createRateLimiter } from '#platform/http/rate-limiter.ts';
import { logFailure } from '#platform/log/log-failure.ts';
import { knownDeviceOf } from './device-cookie.ts';
import { rateLimitKeyOfClient } from './limit-attempts.ts';
import { throwIfOverLimit } from './too-many-attempts.ts';

const HOUR_S = 60 * 60;
const MAX_EMAIL_LENGTH = 320;

const countByAddress = createRateLimiter({ name: 'forgot', points: 20, seconds: HOUR_S });
const countByAccount = createRateLimiter({ name: 'forgot-account', points: 3, seconds: HOUR_S });

/**
 * Replaces Payload's endpoint. It responds before it looks up the account, so that neither the response nor its time
 * reveals which addresses have accounts.
 */
export const forgotPasswordEndpoint: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req);
    const typed: unknown = req.data?.email;
    const email = typeof typed === 'string' ? typed.toLowerCase().trim() : '';
    if (!email || email.length > MAX_EMAIL_LENGTH) {
      return Response.json({ errors: [{ message: 'Enter your email address.' }] }, { status: 400 });
    }
    const address = rateLimitKeyOfClient(req.headers);
    const device = knownDeviceOf(req.headers, email);
    throwIfOverLimit(
      await Promise.all(
        // A known device has its own counter, as at sign-in.
        device
          ? [countByAccount(req.payload, `device ${device} ${email}`)]
          : [
              countByAddress(req.payload, address),
              countByAccount(req.payload, `${address} ${email}`),
            ],
      ),
      req,
    );
    req.payload
      // System: people who forgot their password cannot sign in.
      .forgotPassword({ collection: 'users', data: { email }, overrideAccess: true })
      .catch((error: unknown) => logFailure('reset-mail-failed', error));
    return Response.json({ message: 'If there is an account, a mail is on its way.' });
  },
};
