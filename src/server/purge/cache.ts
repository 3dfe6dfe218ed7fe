import type { Change } from '#edge/purges.ts';

/** All that is kept carries it. */
export const ALL = '*';

const ANSWER_MS = 5_000;

/**
 * Tells a cache to ask again for what is stale, and never to show again what is gone. What another kind
 * of cache is told instead stands in deploy/README.md.
 * @throws Error if it does not take it
 */
export async function purge(cache: string, { stale, gone }: Change): Promise<void> {
  const answer = await fetch(cache, {
    method: 'PURGE',
    headers: {
      ...(gone.length > 0 && { 'Cache-Tag-Gone': gone.join(',') }),
      ...(stale.length > 0 && { 'Cache-Tag': stale.join(',') }),
    },
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`It answers ${answer.status}.`);
}
