import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { env } from '#env.ts';
import { varyByCodingAlone } from './vary.ts';

const TWO_YEARS_S = 2 * 365 * 24 * 60 * 60;

/**
 * What every answer says to browsers, whoever gives it: pages, the admin, the API, files. What an
 * answer says itself under these names counts instead.
 * @param origin the public one
 */
export const everyAnswer = (origin: string): Record<string, string> => ({
  'X-Content-Type-Options': 'nosniff',
  // Not `no-referrer`: browsers would send `Origin: null` with our own forms.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  ...(origin.startsWith('https:') && {
    'Strict-Transport-Security': `max-age=${TWO_YEARS_S}`,
  }),
});

/** Writes it onto every answer of this process, before anybody else does. */
export function markEveryAnswer(): void {
  const headers = new Map(Object.entries(everyAnswer(env.SITE_URL)));
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { response: ServerResponse };
    response.setHeaders(headers);
    varyByCodingAlone(response);
  });
}
