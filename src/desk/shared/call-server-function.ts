import { handleServerFunctions } from '@payloadcms/next/layouts';
import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import { createLocalReq, executeAuthStrategies, type ServerFunctionClientArgs } from 'payload';
import { payload } from '#data/payload.ts';
import { logFailure } from '#platform/http/log.ts';
import { mayCall } from './server-functions.ts';

type Dispatched = Parameters<typeof handleServerFunctions>[0];

/** The shape in which Payload's own functions answer what they refuse. */
const refused = (message: string) => ({ errors: [{ message }] });

/**
 * Answers a call that the admin makes to the server, if `mayCall` allows it. The arguments come from
 * outside, whatever their type says: what a function cannot work with is refused as well.
 */
export async function callServerFunction(
  call: ServerFunctionClientArgs | null | undefined,
  served: Pick<Dispatched, 'config' | 'importMap'>,
): Promise<unknown> {
  try {
    const { name = '', args = {} } = call ?? {};
    const api = await payload();
    const { user } = await executeAuthStrategies({ headers: await headers(), payload: api });
    const req = await createLocalReq({ ...(user && { user }) }, api);
    if (!(await mayCall(name, args, req))) return refused('You cannot do this.');
    return await handleServerFunctions({ name, args, ...served });
  } catch (error) {
    // Next's own: a redirect, or a page that is not there.
    unstable_rethrow(error);
    logFailure('/admin', error);
    return refused('This did not work. Reload the page, and try again.');
  }
}
