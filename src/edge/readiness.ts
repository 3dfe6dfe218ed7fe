import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '#platform/environment/env.ts';
import { diskSpaceOf, diskWarningOf } from '#platform/storage/disk-space.ts';
import type { Changes } from './changes.ts';
import type { Passing } from './origin.ts';
import { answerPlain, RETRY } from './own-answers.ts';
import { respondPassing } from './pass.ts';

export const READINESS_PATH = '/readyz';

/**
 * Says whether the site is ready, and what is away if it is not: the site itself, if it can tell more than that
 * it cannot reach its database; else what is known here.
 * @param passing what the site says, if it answers
 */
export async function answerReadiness(
  req: IncomingMessage,
  res: ServerResponse,
  passing: Passing | undefined,
  { silentSince }: Pick<Changes, 'silentSince'>,
): Promise<void> {
  const since = silentSince();
  if (passing && (passing.statusCode === 200 || !since)) return respondPassing(req, res, passing);
  await passing?.body.dump();
  const space = await diskSpaceOf(env.DATA_DIR).catch(() => undefined);
  const lines = [
    since && `the database has been away since ${since.toISOString()}`,
    !passing && 'the web server does not answer',
    'what is away is started again for as long as it takes; pages in the cache can be read',
    space && diskWarningOf(space),
  ];
  answerPlain(req, res, 503, lines.filter(Boolean).join('\n'), RETRY);
}
