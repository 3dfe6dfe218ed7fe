import { Agent, type IncomingMessage, request } from 'node:http';
import { pipeline, Readable } from 'node:stream';

/** What goes out as it is: no client library puts it right. */
export interface RawRequest {
  method: string;
  /** With its query, percent-encoded or not. */
  path: string;
  headers: Record<string, string>;
  /** The bytes, or how many bytes of nothing in pieces whose sum is not said before. */
  body?: Buffer | number;
  /** The address of this machine that it comes from. */
  localAddress?: string;
}

export interface RawAnswer {
  status: number;
  location?: string;
  text: string;
}

/** Longer, and there is no answer. */
const PATIENCE_MS = 30_000;

const PIECE = Buffer.alloc(64 * 1024, 'x');

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/**
 * @returns undefined if the connection was cut before there was an answer
 * @throws Error if there is no answer after 30 s
 */
export function sendRaw(site: string, raw: RawRequest): Promise<RawAnswer | undefined> {
  const { method, path, headers, body, localAddress } = raw;
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site);
    const length = Buffer.isBuffer(body) ? { 'Content-Length': String(body.length) } : {};
    const sent = request({
      agent,
      localAddress,
      hostname,
      port,
      method,
      path,
      headers: { ...headers, ...length },
    });
    sent.setTimeout(PATIENCE_MS, () => {
      reject(new Error(`No answer to ${method} ${path.slice(0, 80)} in ${PATIENCE_MS} ms.`));
      sent.destroy();
    });
    sent.once('response', (answer) => {
      textOf(answer).then((text) => {
        const { statusCode = 0, headers } = answer;
        resolve({ status: statusCode, location: headers.location, text });
        if (!sent.writableFinished) sent.destroy();
      }, reject);
    });
    // Whoever is told that it is too much may find the door closed while still sending.
    sent.once('error', () => resolve(undefined));
    if (typeof body === 'number') pipeline(Readable.from(pieces(body)), sent, () => {});
    else sent.end(body);
  });
}

function* pieces(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= PIECE.length) yield PIECE.subarray(0, left);
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch {
    // Its status is known; the rest was cut off.
  }
  return Buffer.concat(chunks).toString('utf8');
}
