import { once } from 'node:events';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';

/** A TCP connection that a test controls byte for byte. */
export interface RawConnection {
  send(bytes: string | Buffer): void;
  /** Returns everything that was received so far. */
  received(): string;
  /** Returns the status codes of the responses so far, in order. */
  statuses(): number[];
  /** Resolves with everything that was received, once the connection is closed. */
  closed: Promise<string>;
  /** Stops reading until `resume`. */
  pause(): void;
  resume(): void;
  /** Destroys the connection without an end. */
  hangUp(): void;
}

/** Opens a connection, which is closed when the test ends. */
export async function openConnection(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  // A server that rejects a request can close the connection while it is still being sent.
  socket.on('error', () => {});
  onTestFinished(() => {
    socket.destroy();
  });
  await once(socket, 'connect');
  const received = () => Buffer.concat(chunks).toString('latin1');
  return {
    send: (bytes) => {
      socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
    },
    received,
    statuses: () =>
      [...received().matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, code]) => Number(code)),
    closed: new Promise((resolve) => {
      socket.once('close', () => resolve(received()));
    }),
    pause: () => {
      socket.pause();
    },
    resume: () => {
      socket.resume();
    },
    hangUp: () => {
      socket.destroy();
    },
  };
}

/** Ends each line with CRLF. */
export const httpLines = (...all: string[]): string => all.map((line) => `${line}\r\n`).join('');
