import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { escapeXml } from '#domain/xml.ts';
import { againAt } from './address.ts';
import { giveBack } from './given-back.ts';
import type { Held } from './held.ts';
import { answer, answerBare, answerProblem, RETRY, takesPage } from './own-answers.ts';
import type { Pages } from './pages.ts';
import { hasBody } from './pass.ts';
import { drained } from './posted.ts';
import type { SiteAddresses } from './standing.ts';

/** What is still coming in is not waited for longer. */
const DRAIN_MS = 3_000;

type Fields = [name: string, value: string][];

/** Answers in the place of a site that does not, with all that was posted in it. */
export async function answerAway(
  req: IncomingMessage,
  res: ServerResponse,
  { pages, site }: { pages: Pages; site: SiteAddresses },
  fields?: Fields,
): Promise<void> {
  if (res.headersSent || res.destroyed) {
    res.destroy();
    return;
  }
  if (hasBody(req)) await Promise.race([drained(req), pause(DRAIN_MS, undefined, { ref: false })]);
  // Meanwhile, somebody can have been told that they are too slow.
  if (res.headersSent) return;
  if (!fields && !takesPage(req)) return answerProblem(req, res);
  const known = site.known();
  const own = known?.stand[fields ? 'unsent' : 'unavailable'];
  // The site was waited for long enough.
  const held = own === undefined ? undefined : await pages.kept(own);
  if (!known || !held || own === undefined) return answerBare(req, res, fields);
  const html = held.entry.body.toString();
  const address = againAt(req.url);
  const page = fields
    ? giveBack(html, { address, own, fields, labels: known.labels })
    : html.replaceAll(`href="${own}"`, () => `href="${escapeXml(address)}"`);
  answer(req, res, 503, { ...headersOf(held), ...RETRY }, page);
}

const NOT_OF_A_STAND_IN = new Set(['cache-control', 'cache-tag']);

const headersOf = ({ entry: { headers } }: Held): Record<string, string> =>
  Object.fromEntries(headers.filter(([name]) => !NOT_OF_A_STAND_IN.has(name)));
