import type { IncomingMessage } from 'node:http';

/** Who sent a request and when, as the connection says. */
export interface Sender {
  address: string | undefined;
  at: Date;
  /** Whether the browser itself said that the form was on our site. */
  trusted?: boolean;
}

/** What the connection says of the one who sends now. */
export const senderOf = ({ socket }: IncomingMessage, at: Date): Sender => ({
  address: socket.remoteAddress,
  at,
});
