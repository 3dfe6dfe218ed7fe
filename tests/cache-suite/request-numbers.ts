import type { IncomingMessage } from 'node:http';
import { fetch } from 'undici';

const HEADER = 'Req-Num';

type Init = { headers?: [name: string, value: string][] };

/**
 * Lets the suite's origin know which request of a test it gets. The suite's client says so in a header, and the edge
 * forwards no header of a client. So the number goes from the client to the origin within this process.
 * @returns a function that adds the number to a request, by the id of its test run
 */
export function carryRequestNumbers(): (runId: string, req: IncomingMessage) => void {
  const numbers = new Map<string, string>();
  // The suite calls the global `fetch` with connections of the package `undici`, so both have to be of one version.
  globalThis.fetch = ((url: string, init?: Init) => {
    const number = init?.headers?.find(([name]) => name === HEADER)?.[1];
    const [, , runId = ''] = new URL(url).pathname.split('/');
    if (number) numbers.set(runId, number);
    return fetch(url, init);
  }) as unknown as typeof globalThis.fetch;
  return (runId, { headers }) => {
    headers[HEADER.toLowerCase()] ??= numbers.get(runId);
  };
}
