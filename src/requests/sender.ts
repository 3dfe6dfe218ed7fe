import type { IncomingMessage } from 'node:http';

/** Who sent a request and when, as the connection says. */
export interface Sender {
  address: string | undefined;
  at: Date;
}

/** What the connection says of the one who sends now. */
export const senderOf = ({ socket }: IncomingMessage, at: Date): Sender => ({
  address: socket.remoteAddress,
  at,
});
