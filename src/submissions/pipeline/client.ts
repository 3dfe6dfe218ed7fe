import type { IncomingMessage } from 'node:http';
import { clientAddress } from '#platform/http/client-address.ts';
import { saysOurs } from '#platform/http/origin.ts';

const MOST_OF_USER_AGENT = 300;

/** Who sent a request and when, as the connection says. */
export interface Client {
  address: string | undefined;
  userAgent: string | undefined;
  at: Date;
  /** The browser itself said that the page was ours; one that says nothing may be anything. */
  trusted: boolean;
}

/** What the connection says of the one who sends now. */
export const clientOf = ({ headers }: IncomingMessage, at: Date): Client => ({
  address: clientAddress(headers),
  userAgent: headers['user-agent']?.slice(0, MOST_OF_USER_AGENT),
  at,
  trusted: saysOurs(headers),
});
