import { Agent, request } from 'node:http';
import type { Clients } from './target.ts';

interface PostRequest {
  body: unknown;
  headers?: Record<string, string>;
}

/**
 * Creates clients that post JSON over persistent connections and expect 201.
 * @param next returns the next request to send
 */
export function createHttpClients(
  url: string,
  connections: number,
  next: () => PostRequest,
): Clients {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    send: () => post(url, agent, next()),
    close: async () => agent.destroy(),
  };
}

const post = (url: string, agent: Agent, { body, headers }: PostRequest): Promise<void> =>
  new Promise((resolve, reject) => {
    const json = JSON.stringify(body);
    const options = {
      agent,
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(json),
        ...headers,
      },
    };
    const clientRequest = request(url, options, (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === 201
          ? resolve()
          : reject(new Error(`Status ${response.statusCode}`)),
      );
      response.once('error', reject);
    });
    clientRequest.once('error', reject);
    clientRequest.end(json);
  });
