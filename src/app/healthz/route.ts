import { CACHE } from '#platform/http/headers.ts';

export const dynamic = 'force-dynamic';

/** The process is up. */
export const GET = (): Response =>
  new Response('up\n', { headers: { 'Cache-Control': CACHE.never } });
