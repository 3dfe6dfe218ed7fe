import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { escapeXml } from '#domain/xml.ts';
import type { Cache } from './cache.ts';
import type { CachedResponse } from './cached-response.ts';
import { renderFormReplay } from './form-replay.ts';
import { drainBody } from './posted-form.ts';
import { hasBody } from './proxy.ts';
import { retryUrl } from './request-target.ts';
import type { Router } from './router.ts';
import {
  acceptsHtml,
  RETRY_AFTER,
  sendBuiltInPage,
  sendProblem,
  sendSynthetic,
} from './synthetic-responses.ts';

/** Longest wait for the rest of a request body. */
const DRAIN_WAIT_MS = 3_000;

type FormFields = [name: string, value: string][];

/**
 * Sends 503 while the origin is unavailable: the site's fallback page, from the cache.
 * @param formFields of a posted form; the page then lets the visitor send it again
 */
export async function sendUnavailable(
  req: IncomingMessage,
  res: ServerResponse,
  { cache, router }: { cache: Cache; router: Router },
  formFields?: FormFields,
): Promise<void> {
  if (res.headersSent || res.destroyed) {
    res.destroy();
    return;
  }
  if (hasBody(req))
    await Promise.race([drainBody(req), pause(DRAIN_WAIT_MS, undefined, { ref: false })]);
  // Meanwhile, the request can have got a 408.
  if (res.headersSent) return;
  if (!formFields && !acceptsHtml(req)) return sendProblem(req, res);
  const index = router.latestIndex();
  const pagePath = index?.fallbackPaths[formFields ? 'unsent' : 'unavailable'];
  // From the cache alone: the client has waited long enough for the origin.
  const cached = pagePath === undefined ? undefined : await cache.getStored(pagePath);
  if (!index || !cached || pagePath === undefined) return sendBuiltInPage(req, res, formFields);
  const html = cached.entry.body.toString();
  const url = retryUrl(req.url);
  const page = formFields
    ? renderFormReplay(html, { action: url, pagePath, fields: formFields, labels: index.labels })
    : html.replaceAll(`href="${pagePath}"`, () => `href="${escapeXml(url)}"`);
  sendSynthetic(req, res, 503, { ...headersOf(cached), ...RETRY_AFTER }, page);
}

/** About the cached response, not about the 503. */
const CACHE_HEADERS = new Set(['cache-control', 'cache-tag', 'date']);

const headersOf = ({ entry: { headers } }: CachedResponse): Record<string, string> =>
  Object.fromEntries(headers.filter(([name]) => !CACHE_HEADERS.has(name)));
