import { addDataAndFileToRequest, type Endpoint } from 'payload';
import { limiterOf } from '#platform/http/counted-limit.ts';
import { logFailure } from '#platform/http/log.ts';
import { deviceOf } from './device-cookie.ts';
import { comesFrom } from './limit-tries.ts';
import { refuseIfOver } from './too-many-tries.ts';

const HOUR_S = 60 * 60;
const LONGEST_ADDRESS = 320;

const byAddress = limiterOf({ name: 'forgot', points: 20, seconds: HOUR_S });
const byAccount = limiterOf({ name: 'forgot-account', points: 3, seconds: HOUR_S });

/**
 * In the place of Payload's own: it answers before anything is looked up or mailed, so that neither
 * the answer nor its time tells who has an account.
 */
export const forgottenPassword: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req);
    const typed: unknown = req.data?.email;
    const email = typeof typed === 'string' ? typed.toLowerCase().trim() : '';
    if (!email || email.length > LONGEST_ADDRESS) {
      return Response.json({ errors: [{ message: 'Enter your email address.' }] }, { status: 400 });
    }
    const address = comesFrom(req.headers);
    const device = deviceOf(req.headers, email);
    refuseIfOver(
      await Promise.all(
        // A device that is known has a count of its own, as when it signs in.
        device
          ? [byAccount(req.payload, `device ${device} ${email}`)]
          : [byAddress(req.payload, address), byAccount(req.payload, `${address} ${email}`)],
      ),
      req,
    );
    req.payload
      // System: who has forgotten a password cannot sign in.
      .forgotPassword({ collection: 'users', data: { email }, overrideAccess: true })
      .catch((error: unknown) => logFailure('forgot-password', error));
    return Response.json({ message: 'If there is an account, a mail is on its way.' });
  },
};
