import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '#platform/environment/env.ts';
import { diskWarningOf, readDiskSpace } from '#platform/storage/disk-space.ts';
import type { ChangeStream } from './change-stream.ts';
import type { ProxiedResponse } from './origin.ts';
import { sendProxied } from './proxy.ts';
import { RETRY_AFTER, sendPlainText } from './synthetic-responses.ts';

export const READINESS_PATH = '/readyz';

/**
 * Sends the site's readiness, or 503 with what is unavailable: the edge knows it if the site does not respond, or
 * can say no more than that it cannot reach its database.
 * @param response the site's own readiness, if it responds
 */
export async function sendReadiness(
  req: IncomingMessage,
  res: ServerResponse,
  response: ProxiedResponse | undefined,
  { unavailableSince }: Pick<ChangeStream, 'unavailableSince'>,
): Promise<void> {
  const since = unavailableSince();
  if (response && (response.statusCode === 200 || !since)) return sendProxied(req, res, response);
  await response?.body.dump();
  const space = await readDiskSpace(env.DATA_DIR).catch(() => undefined);
  const lines = [
    since && `the database has been away since ${since.toISOString()}`,
    !response && 'the web server does not answer',
    'what is away is started again for as long as it takes; pages in the cache can be read',
    space && diskWarningOf(space),
  ];
  sendPlainText(req, res, 503, lines.filter(Boolean).join('\n'), RETRY_AFTER);
}
