import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '#platform/environment/env.ts';
import { varyByCodingAlone } from './vary.ts';

const TWO_YEARS_S = 2 * 365 * 24 * 60 * 60;

/** Where the files lie that the build has made: parts of pages, never one by themselves. */
const BUILT = /^\/(assets|_next\/static)\//;

/**
 * What every answer says to browsers, whoever gives it: pages, the admin, the API, files. What an
 * answer says itself under these names counts instead.
 * @param origin the public one
 * @param target of the request: on styles, scripts and fonts, what is about documents would be weight alone
 */
export const everyAnswer = (origin: string, target = '/'): Record<string, string> => ({
  'X-Content-Type-Options': 'nosniff',
  ...(!BUILT.test(target) && {
    // Not `no-referrer`: browsers would send `Origin: null` with our own forms.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
  }),
  ...(origin.startsWith('https:') && {
    'Strict-Transport-Security': `max-age=${TWO_YEARS_S}`,
  }),
});

/** Writes it onto every answer of this process, before anybody else does. */
export function markEveryAnswer(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as {
      request: IncomingMessage;
      response: ServerResponse;
    };
    response.setHeaders(new Map(Object.entries(everyAnswer(env.SITE_URL, request.url))));
    varyByCodingAlone(response);
  });
}
