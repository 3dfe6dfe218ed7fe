import { Agent, type IncomingMessage, request } from 'node:http';
import { pipeline, Readable } from 'node:stream';

/** A request that is sent as it is: no client library normalizes it. */
export interface RawRequest {
  method: string;
  /** With its query, percent-encoded or not. */
  path: string;
  headers: Record<string, string>;
  /** The bytes, or a number of filler bytes to send in chunks without a `Content-Length`. */
  body?: Buffer | number;
  /** The local address to send from. */
  localAddress?: string;
}

export interface RawResponse {
  status: number;
  location?: string;
  text: string;
}

const TIMEOUT_MS = 30_000;

const CHUNK = Buffer.alloc(64 * 1024, 'x');

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/**
 * @returns undefined if the connection was closed before a response
 * @throws Error if there is no response after 30 s
 */
export function sendRawRequest(
  site: string,
  rawRequest: RawRequest,
): Promise<RawResponse | undefined> {
  const { method, path, headers, body, localAddress } = rawRequest;
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site);
    const length = Buffer.isBuffer(body) ? { 'Content-Length': String(body.length) } : {};
    const req = request({
      agent,
      localAddress,
      hostname,
      port,
      method,
      path,
      headers: { ...headers, ...length },
    });
    req.setTimeout(TIMEOUT_MS, () => {
      reject(new Error(`No response to ${method} ${path.slice(0, 80)} in ${TIMEOUT_MS} ms.`));
      req.destroy();
    });
    req.once('response', (res) => {
      readText(res).then((text) => {
        const { statusCode = 0, headers } = res;
        resolve({ status: statusCode, location: headers.location, text });
        if (!req.writableFinished) req.destroy();
      }, reject);
    });
    // A server that rejects a body can close the connection while it is still being sent.
    req.once('error', () => resolve(undefined));
    if (typeof body === 'number') pipeline(Readable.from(fillerChunks(body)), req, () => {});
    else req.end(body);
  });
}

function* fillerChunks(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= CHUNK.length) yield CHUNK.subarray(0, left);
}

async function readText(res: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of res as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch {
    // The response was truncated; tests look at its status.
  }
  return Buffer.concat(chunks).toString('utf8');
}
