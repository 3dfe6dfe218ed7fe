import type { IncomingMessage } from 'node:http';
import { clientAddress } from '#platform/http/client-address.ts';
import { isFromOwnPage } from '#platform/http/origin.ts';

const MAX_USER_AGENT_LENGTH = 300;

/** The client of a submission and the time of receipt, as the HTTP request gives them. */
export interface Client {
  address: string | undefined;
  userAgent: string | undefined;
  receivedAt: Date;
  /** True if the browser says that the page is one of ours; false also if it says nothing. */
  isFromOwnPage: boolean;
}

/** Reads the client of an HTTP request. */
export const readClient = ({ headers }: IncomingMessage, receivedAt: Date): Client => ({
  address: clientAddress(headers),
  userAgent: headers['user-agent']?.slice(0, MAX_USER_AGENT_LENGTH),
  receivedAt,
  isFromOwnPage: isFromOwnPage(headers),
});
