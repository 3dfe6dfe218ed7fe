import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { env } from '#env.ts';
import { securityHeaders } from './headers.ts';

/**
 * Puts the security headers onto every answer of this process before anybody writes to it. Next keeps
 * the headers of its configuration from the build, which does not know the public origin.
 */
export function secureAnswers(): void {
  const headers = new Map(Object.entries(securityHeaders(env.SITE_URL)));
  subscribe('http.server.request.start', (message) => {
    (message as { response: ServerResponse }).response.setHeaders(headers);
  });
}
