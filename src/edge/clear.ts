import type { IncomingMessage } from 'node:http';

const HOST = /^[\w.:[\]-]*$/;

/**
 * Whether a request says in one way only whom it is for and where it ends. What Node's parser lets
 * through beside that, the server behind us could read differently (RFC 9112, 3.2 and 6.1).
 */
export const isClear = ({ headers, headersDistinct }: IncomingMessage): boolean =>
  (headersDistinct.host ?? []).length <= 1 &&
  HOST.test(headers.host ?? '') &&
  /^(chunked)?$/i.test(headers['transfer-encoding'] ?? '');
