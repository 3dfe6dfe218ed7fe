import { CACHE_CONTROL } from '#platform/http/headers.ts';

export const dynamic = 'force-dynamic';

/** Liveness probe: 200 while the process runs. */
export const GET = (): Response =>
  new Response('up\n', { headers: { 'Cache-Control': CACHE_CONTROL.never } });
