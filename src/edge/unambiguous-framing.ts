import type { IncomingMessage } from 'node:http';

const HOST = /^[\w.:[\]-]*$/;

/**
 * True if every server reads the same host and the same end from a request (RFC 9112, 3.2 and 6.1). Node's
 * parser is more lenient than that, and the origin could read the request differently: request smuggling.
 */
export const hasUnambiguousFraming = ({ headers, headersDistinct }: IncomingMessage): boolean =>
  (headersDistinct.host ?? []).length <= 1 &&
  HOST.test(headers.host ?? '') &&
  /^(chunked)?$/i.test(headers['transfer-encoding'] ?? '');
