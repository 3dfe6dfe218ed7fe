import { handleServerFunctions } from '@payloadcms/next/layouts';
import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import { createLocalReq, executeAuthStrategies, type ServerFunctionClientArgs } from 'payload';
import { payload } from '#data/payload.ts';
import { logFailure } from '#platform/log/log-failure.ts';
import { mayCallServerFunction } from './server-functions.ts';

type HandlerArgs = Parameters<typeof handleServerFunctions>[0];

/** The shape of an error from Payload's own server functions. */
const errorResult = (message: string) => ({ errors: [{ message }] });

/**
 * Runs a server function for the admin if `mayCallServerFunction` allows it. The arguments come from the
 * network, whatever their type says: an exception becomes an error result as well.
 */
export async function callServerFunction(
  call: ServerFunctionClientArgs | null | undefined,
  context: Pick<HandlerArgs, 'config' | 'importMap'>,
): Promise<unknown> {
  try {
    const { name = '', args = {} } = call ?? {};
    const api = await payload();
    const { user } = await executeAuthStrategies({ headers: await headers(), payload: api });
    const req = await createLocalReq({ ...(user && { user }) }, api);
    if (!(await mayCallServerFunction(name, args, req))) return errorResult('You cannot do this.');
    return await handleServerFunctions({ name, args, ...context });
  } catch (error) {
    // Next's control flow: a redirect or “not found”.
    unstable_rethrow(error);
    logFailure('admin-page-failed', error);
    return errorResult('This did not work. Reload the page, and try again.');
  }
}
