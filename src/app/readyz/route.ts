import { whatIsMissing } from '#data/health.ts';
import { searchIndex } from '#data/search-changes.ts';
import { CACHE } from '#http/headers.ts';

export const dynamic = 'force-dynamic';

/** The site can answer from its database, and its messages are sent. */
export async function GET(): Promise<Response> {
  const missing = await whatIsMissing();
  // It is built now that nothing waits for it; no visitor has to.
  if (!missing) void searchIndex();
  return new Response(`${missing ?? 'ready'}\n`, {
    status: missing ? 503 : 200,
    headers: { 'Cache-Control': CACHE.never },
  });
}
