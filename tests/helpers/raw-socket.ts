import { once } from 'node:events';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';

/** A connection on which a test says what it likes, byte for byte. */
export interface Line {
  say(bytes: string | Buffer): void;
  /** All that has come back so far. */
  heard(): string;
  /** The status of each answer so far, in their order. */
  statuses(): number[];
  /** Resolves with all that came once the other side has hung up. */
  over: Promise<string>;
  /** Takes nothing more of what comes, until `listen`. */
  stall(): void;
  listen(): void;
  /** Hangs up without a word. */
  vanish(): void;
}

/** Opens a connection; it goes with the test. */
export async function openLine(url: string): Promise<Line> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  // Whoever is turned away may find the door closed while still talking.
  socket.on('error', () => {});
  onTestFinished(() => {
    socket.destroy();
  });
  await once(socket, 'connect');
  const heard = () => Buffer.concat(chunks).toString('latin1');
  return {
    say: (bytes) => {
      socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
    },
    heard,
    statuses: () => [...heard().matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, code]) => Number(code)),
    over: new Promise((resolve) => {
      socket.once('close', () => resolve(heard()));
    }),
    stall: () => {
      socket.pause();
    },
    listen: () => {
      socket.resume();
    },
    vanish: () => {
      socket.destroy();
    },
  };
}

/** The lines of a request as they go over the wire. */
export const lines = (...all: string[]): string => all.map((line) => `${line}\r\n`).join('');
