import { whatIsMissing } from '#data/health.ts';
import { searchIndex } from '#data/search-changes.ts';
import { warnings } from '#data/warnings.ts';
import { CACHE } from '#platform/http/headers.ts';

export const dynamic = 'force-dynamic';

/** The site can answer from its database, and its messages are sent. What is only worrying is a line more. */
export async function GET(): Promise<Response> {
  const missing = await whatIsMissing();
  // It is built now that nothing waits for it; no visitor has to.
  if (!missing) void searchIndex();
  const lines = [missing ?? 'ready', ...(await warnings())];
  return new Response(`${lines.join('\n')}\n`, {
    status: missing ? 503 : 200,
    headers: { 'Cache-Control': CACHE.never },
  });
}
