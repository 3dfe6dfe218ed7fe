import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { telHref } from '#domain/phone.ts';
import { problemDetails, RETRY_UNAVAILABLE_S, SubmissionError } from '#domain/submission-error.ts';
import { escapeXml } from '#domain/xml.ts';
import { env } from '#platform/environment/env.ts';
import { everyAnswer } from '#platform/http/every-answer.ts';
import { CACHE } from '#platform/http/headers.ts';
import { againAt } from './address.ts';
import { hidden } from './given-back.ts';

const STYLE =
  'body{max-width:34rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.6 system-ui,sans-serif}' +
  'button,a{font:inherit;padding:.5rem 0}';

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PLAIN = { 'Content-Type': 'text/plain; charset=utf-8' };
const HTML = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY };
const PROBLEM = { 'Content-Type': 'application/problem+json; charset=utf-8' };

/** An answer of the edge's own, which nobody keeps. */
export function answer(
  { method }: IncomingMessage,
  res: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: string,
): void {
  res.statusCode = status;
  const first = {
    ...everyAnswer(env.SITE_URL),
    'Cache-Control': CACHE.never,
    'Content-Length': String(Buffer.byteLength(body)),
  };
  // What is said last counts, in whatever case its name is written.
  res.setHeaders(new Map([...Object.entries(first), ...Object.entries(headers)]));
  res.end(method === 'HEAD' ? undefined : body);
}

export const RETRY = { 'Retry-After': String(RETRY_UNAVAILABLE_S) };

/** A program gets it in its own terms. */
export function answerProblem(
  req: IncomingMessage,
  res: ServerResponse,
  code: 'unavailable' | 'too-slow' = 'unavailable',
): void {
  const refused = new SubmissionError(code);
  const headers = code === 'unavailable' ? { ...PROBLEM, ...RETRY } : PROBLEM;
  answer(req, res, refused.status, headers, JSON.stringify(problemDetails(refused)));
}

export const answerPlain = (
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  words: string,
  headers: Record<string, string> = {},
): void => answer(req, res, status, { ...PLAIN, ...headers }, `${words}\n`);

/** The page for when the site has never told how its own looks: plain words, the lines, the form. */
export function answerBare(
  req: IncomingMessage,
  res: ServerResponse,
  fields: readonly (readonly [string, string])[] | undefined,
): void {
  const address = escapeXml(againAt(req.url));
  const rest = fields
    ? `<p>What you entered is still here. Wait a minute, then send it again.</p><form method="post" action="${address}">${hidden(fields)}<button>Send it again</button></form>`
    : `<p>Wait a minute, then <a href="${address}">try again</a>.</p>`;
  const [title, heading] = fields
    ? ['Error: your request is not sent yet', 'We could not take your request yet']
    : ['This page cannot be shown right now', 'We cannot show this page right now'];
  const html = bare(title, heading, `<p>Something on our side is not working.</p>${rest}`);
  answer(req, res, 503, { ...HTML, ...RETRY }, html);
}

/** Turns away what did not come to its end. Nothing of it is given back: half could be sent again for the whole. */
export function answerTooSlow(req: IncomingMessage, res: ServerResponse): void {
  // What may still come on this connection belongs to the same request.
  res.shouldKeepAlive = false;
  if (!takesPage(req)) {
    answerProblem(req, res, 'too-slow');
    return;
  }
  const title = 'Error: your request is not sent yet';
  const heading = 'We did not get all of your request';
  const rest = `<p>The connection was too slow, and nothing was saved. Go back to what you entered, then send it again. Or <a href="${escapeXml(againAt(req.url))}">start again</a>.</p>`;
  answer(req, res, 408, HTML, bare(title, heading, rest));
}

/** A browser that opens a page, and whoever takes anything. */
export const takesPage = ({
  headers: { accept = '*/*', 'content-type': type = '' },
}: IncomingMessage): boolean =>
  !type.includes('json') && (/text\/html/.test(accept) || !/json/.test(accept));

function bare(title: string, heading: string, words: string): string {
  const lines = CRISIS_LINES.map(
    ({ name, when, tel, number }) =>
      `<li>${escapeXml(when)}: <a href="${telHref(tel)}">${escapeXml(name)}, ${escapeXml(number)}</a></li>`,
  );
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body><main><h1>${heading}</h1>${words}<h2>Help at any hour</h2><ul>${lines.join('')}</ul></main></body></html>\n`;
}
