import { canReachDatabase } from '#data/health.ts';
import { CACHE } from '#http/headers.ts';

export const dynamic = 'force-dynamic';

/** The site can answer from its database. */
export async function GET(): Promise<Response> {
  const ready = await canReachDatabase();
  return new Response(ready ? 'ready\n' : 'the database is out of reach\n', {
    status: ready ? 200 : 503,
    headers: { 'Cache-Control': CACHE.never },
  });
}
