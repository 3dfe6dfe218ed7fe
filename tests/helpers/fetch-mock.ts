import { vi } from 'vitest';

/** Stands for `fetch`, once a test has stubbed it. */
export const fetchMock = vi.fn<typeof fetch>();

export const jsonResponse = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status });

/** A server that has not responded when the client gives up. */
export const neverResponds: typeof fetch = (_, init) =>
  new Promise((_, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
  });

/** Returns the body and the idempotency key of a call of `fetchMock`. */
export function sentRequest(call = 0) {
  const [, init] = fetchMock.mock.calls[call] ?? [];
  return {
    body: JSON.parse(String(init?.body)),
    key: new Headers(init?.headers).get('idempotency-key'),
  };
}
