import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { telHref } from '#domain/phone.ts';
import {
  problemDetails,
  SubmissionError,
  UNAVAILABLE_RETRY_AFTER_S,
} from '#domain/submission-error.ts';
import { escapeXml } from '#domain/xml.ts';
import { env } from '#platform/environment/env.ts';
import { defaultHeaders } from '#platform/http/default-headers.ts';
import { CACHE_CONTROL } from '#platform/http/headers.ts';
import { renderHiddenFields } from './form-replay.ts';
import { retryUrl } from './request-target.ts';

const STYLE =
  'body{max-width:34rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.6 system-ui,sans-serif}' +
  'button,a{font:inherit;padding:.5rem 0}';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PLAIN_TEXT = { 'Content-Type': 'text/plain; charset=utf-8' };
const HTML = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
};
const PROBLEM = { 'Content-Type': 'application/problem+json; charset=utf-8' };

/** Sends a response of the edge itself, which no cache may store. `headers` override the defaults. */
export function sendSynthetic(
  { method }: IncomingMessage,
  res: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: string,
): void {
  res.statusCode = status;
  const defaults = {
    ...defaultHeaders(env.SITE_URL),
    'Cache-Control': CACHE_CONTROL.never,
    'Content-Length': String(Buffer.byteLength(body)),
  };
  // The last of several headers with the same name wins, in any case of its letters.
  res.setHeaders(new Map([...Object.entries(defaults), ...Object.entries(headers)]));
  res.end(method === 'HEAD' ? undefined : body);
}

export const RETRY_AFTER = { 'Retry-After': String(UNAVAILABLE_RETRY_AFTER_S) };

/** Sends problem details (RFC 9457), for clients of the API. */
export function sendProblem(
  req: IncomingMessage,
  res: ServerResponse,
  code: 'unavailable' | 'too-slow' = 'unavailable',
): void {
  const error = new SubmissionError(code);
  const headers = code === 'unavailable' ? { ...PROBLEM, ...RETRY_AFTER } : PROBLEM;
  sendSynthetic(req, res, error.status, headers, JSON.stringify(problemDetails(error)));
}

export const sendPlainText = (
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void => sendSynthetic(req, res, status, { ...PLAIN_TEXT, ...headers }, `${text}\n`);

/** Sends 503 with a page of the edge itself, while the site's own fallback pages are not cached. */
export function sendBuiltInPage(
  req: IncomingMessage,
  res: ServerResponse,
  fields: readonly (readonly [string, string])[] | undefined,
): void {
  const url = escapeXml(retryUrl(req.url));
  const nextStep = fields
    ? `<p>What you entered is still here. Wait a minute, then send it again.</p><form method="post" action="${url}">${renderHiddenFields(fields)}<button>Send it again</button></form>`
    : `<p>Wait a minute, then <a href="${url}">try again</a>.</p>`;
  const [title, heading] = fields
    ? ['Error: your request is not sent yet', 'We could not take your request yet']
    : ['This page cannot be shown right now', 'We cannot show this page right now'];
  const html = renderBuiltInPage(
    title,
    heading,
    `<p>Something on our side is not working.</p>${nextStep}`,
  );
  sendSynthetic(req, res, 503, { ...HTML, ...RETRY_AFTER }, html);
}

/** Sends 408 for an incomplete body. Without a form replay: the visitor would send half a form as if it were whole. */
export function sendTooSlow(req: IncomingMessage, res: ServerResponse): void {
  // Further bytes on this connection belong to the same request.
  res.shouldKeepAlive = false;
  if (!acceptsHtml(req)) {
    sendProblem(req, res, 'too-slow');
    return;
  }
  const title = 'Error: your request is not sent yet';
  const heading = 'We did not get all of your request';
  const text = `<p>The connection was too slow, and nothing was saved. Go back to what you entered, then send it again. Or <a href="${escapeXml(retryUrl(req.url))}">start again</a>.</p>`;
  sendSynthetic(req, res, 408, HTML, renderBuiltInPage(title, heading, text));
}

/** True for browsers that open a page, and for clients that accept anything. */
export const acceptsHtml = ({
  headers: { accept = '*/*', 'content-type': type = '' },
}: IncomingMessage): boolean =>
  !type.includes('json') && (/text\/html/.test(accept) || !/json/.test(accept));

/** @param html what happened and what to do next */
function renderBuiltInPage(title: string, heading: string, html: string): string {
  const crisisLines = CRISIS_LINES.map(
    ({ name, when, tel, number }) =>
      `<li>${escapeXml(when)}: <a href="${telHref(tel)}">${escapeXml(name)}, ${escapeXml(number)}</a></li>`,
  );
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body><main><h1>${heading}</h1>${html}<h2>Help at any hour</h2><ul>${crisisLines.join('')}</ul></main></body></html>\n`;
}
