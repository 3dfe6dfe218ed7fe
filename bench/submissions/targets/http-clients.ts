import { Agent, request } from 'node:http';
import type { Clients } from './target.ts';

interface Post {
  body: unknown;
  headers?: Record<string, string>;
}

/** So many connections that stay open, which post JSON and expect 201. */
export function httpClients(url: string, connections: number, next: () => Post): Clients {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    send: () => post(url, agent, next()),
    close: async () => agent.destroy(),
  };
}

const post = (url: string, agent: Agent, { body, headers }: Post): Promise<void> =>
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
    const sent = request(url, options, (answer) => {
      answer.resume();
      answer.once('end', () =>
        answer.statusCode === 201 ? resolve() : reject(new Error(`Status ${answer.statusCode}`)),
      );
      answer.once('error', reject);
    });
    sent.once('error', reject);
    sent.end(json);
  });
