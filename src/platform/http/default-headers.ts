import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '#platform/environment/env.ts';
import { varyByEncodingOnly } from './vary.ts';

const TWO_YEARS_S = 2 * 365 * 24 * 60 * 60;

/** Paths of files of the build, which are subresources, never documents. */
const BUILT_FILES = /^\/(assets|_next\/static)\//;

/**
 * Returns the security headers of every response: pages, the admin, the API, files. A handler may override them.
 * @param origin the public origin
 * @param target path of the request; styles, scripts and fonts do not get the headers that only affect documents
 */
export const defaultHeaders = (origin: string, target = '/'): Record<string, string> => ({
  'X-Content-Type-Options': 'nosniff',
  ...(!BUILT_FILES.test(target) && {
    // Not `no-referrer`: browsers would send `Origin: null` with our own forms.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
  }),
  ...(origin.startsWith('https:') && {
    'Strict-Transport-Security': `max-age=${TWO_YEARS_S}`,
  }),
});

/** Sets the default headers on every response of this process before any handler runs. */
export function setDefaultHeaders(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as {
      request: IncomingMessage;
      response: ServerResponse;
    };
    response.setHeaders(new Map(Object.entries(defaultHeaders(env.SITE_URL, request.url))));
    varyByEncodingOnly(response);
  });
}
