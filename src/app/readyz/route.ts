import { describeOutage } from '#data/readiness.ts';
import { getSearchIndex } from '#data/search-index-sync.ts';
import { listWarnings } from '#data/warnings.ts';
import { CACHE_CONTROL } from '#platform/http/headers.ts';

export const dynamic = 'force-dynamic';

/**
 * Readiness probe: 200 if the database answers and the worker sends messages, else 503 with the reason. Each warning
 * adds a line, without changing the status.
 */
export async function GET(): Promise<Response> {
  const missing = await describeOutage();
  // Builds the search index before the first visitor needs it.
  if (!missing) void getSearchIndex();
  const lines = [missing ?? 'ready', ...(await listWarnings())];
  return new Response(`${lines.join('\n')}\n`, {
    status: missing ? 503 : 200,
    headers: { 'Cache-Control': CACHE_CONTROL.never },
  });
}
