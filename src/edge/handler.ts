import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { addressOf as clientOf } from '#platform/http/client-address.ts';
import { logFailure } from '#platform/http/log.ts';
import { type Address, addressOf } from './address.ts';
import { answerAway } from './away.ts';
import { type Patience, watchBodies } from './bodies.ts';
import type { Changes } from './changes.ts';
import { isClear } from './clear.ts';
import { inTurn } from './in-turn.ts';
import type { Origin, Passing } from './origin.ts';
import { answerPlain, answerTooSlow } from './own-answers.ts';
import type { Pages } from './pages.ts';
import { hasBody, mayHaveChanged, PARTLY, pass, respondPassing } from './pass.ts';
import { readPosted } from './posted.ts';
import type { Purges } from './purges.ts';
import { answerReadiness, READINESS_PATH } from './readiness.ts';
import { respondOnce, respondWith } from './respond.ts';
import type { SiteAddresses } from './standing.ts';
import { takeTarget } from './target.ts';

const NOT_TRACE = { Allow: 'GET, HEAD, POST' };

/** A write is answered without having been heard of after this long: then nothing that is kept counts. */
const FENCE_MS = 2_000;

interface Parts {
  origin: Origin;
  pages: Pages;
  site: SiteAddresses;
  purges: Purges;
  changes: Pick<Changes, 'fence' | 'silentSince'>;
  /** By which the origin knows us. */
  token: string;
  /** The public host of the site. */
  host: string;
  patience: Patience;
}

/** Answers every request of a visitor: from what is kept, or by passing it on. */
export function createHandler(parts: Parts): RequestListener {
  const { pages, site } = parts;

  const fail = (error: unknown, req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (!res.destroyed) logFailure('edge', error);
    return answerAway(req, res, parts);
  };

  const watch = watchBodies(parts.patience, (req, res) => {
    if (res.headersSent) req.socket.destroy();
    else answerTooSlow(req, res);
  });

  return function handle(req, res) {
    if (hasBody(req)) watch(req, res);
    if (!takeTarget(req, parts.host)) return answerPlain(req, res, 421, 'This is another site.');
    // Some of what stands behind us fails at it, and nobody needs it.
    if (req.method === 'TRACE')
      return answerPlain(req, res, 405, 'This cannot be asked here.', NOT_TRACE);
    const address = addressOf(req.url ?? '');
    const work = address ? answerAt(address) : answerMissing(parts, req, res);
    work?.catch((error: unknown) => fail(error, req, res));

    function answerAt(asked: Address): Promise<void> | undefined {
      const isKept = isForAnybody(req) && asked.path !== READINESS_PATH;
      if (!isKept) return passOn(parts, req, res);
      const standing = site.ready(asked);
      const held = standing?.at === 'shared' ? pages.ready(standing.key) : undefined;
      if (held) return respondWith(req, res, held, 'hit') ?? undefined;
      return answerFound(parts, req, res, asked);
    }
  };
}

/** Something that could be the same for all. Who shows who they are may be meant by it. */
const isForAnybody = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && headers.authorization === undefined;

async function answerFound(
  parts: Parts,
  req: IncomingMessage,
  res: ServerResponse,
  address: Address,
): Promise<void> {
  const found = await parts.site.find(address);
  switch (found.at) {
    case 'shared':
      return answerShared(parts, req, res, found.key);
    case 'passed':
      return passOn(parts, req, res);
    case 'slash': {
      const query = address.query && `?${address.query}`;
      return answerPlain(req, res, 308, 'Moved.', { Location: found.path + query });
    }
    case 'nothing':
    case 'unsure': {
      const lasting = await parts.pages.lasting(address.path);
      if (lasting) return respondWith(req, res, lasting, 'hit');
      return found.at === 'unsure' ? answerAway(req, res, parts) : answerMissing(parts, req, res);
    }
  }
}

async function answerShared(
  parts: Parts,
  req: IncomingMessage,
  res: ServerResponse,
  key: string,
): Promise<void> {
  const got = await parts.pages.get(key).catch(() => undefined);
  if (!got) return answerAway(req, res, parts);
  if ('held' in got) return respondWith(req, res, got.held, got.how);
  respondOnce(req, res, got.answer);
}

/** One page for all addresses at which there is nothing. */
async function answerMissing(
  parts: Parts,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const missing = parts.site.known()?.stand.missing;
  if (missing !== undefined) return answerShared(parts, req, res, missing);
  answerPlain(req, res, 404, 'There is no page at this address.');
}

const passOn = (parts: Parts, req: IncomingMessage, res: ServerResponse): Promise<void> =>
  inTurn(req, () => passOnNow(parts, req, res));

async function passOnNow(parts: Parts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (!isClear(req)) return answerPlain(req, res, 400, 'This request cannot be read.');
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  const posted = hasBody(req) ? await readPosted(req) : undefined;
  const who = { address: clientOf(req), token: parts.token };
  const passing = await pass(parts.origin, req, posted?.body ?? null, who, gone.signal).catch(
    () => undefined,
  );
  // Somebody who was too slow has their answer by now.
  if (!res.headersSent && addressOf(req.url ?? '')?.path === READINESS_PATH) {
    return answerReadiness(req, res, passing, parts.changes);
  }
  if (!passing || res.headersSent) return answerAway(req, res, parts, posted?.fields());
  if (mayHaveChanged(req, passing)) await purgeFirst(parts, passing);
  await respondPassing(req, res, passing);
}

/** Whoever wrote something sees it when they come back. */
async function purgeFirst({ changes, purges }: Parts, { statusCode }: Passing): Promise<void> {
  try {
    await changes.fence(FENCE_MS);
  } catch {
    // Anybody is told that something cannot be read; what is unheard is asked for again in a minute.
    if (statusCode < PARTLY) purges.allStale();
  }
}
