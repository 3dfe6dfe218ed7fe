/** Headers that are always about one connection (RFC 9110, 7.6.1). In lower case. */
const HOP_BY_HOP_HEADERS: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** The usual values of `Connection`; they list no header. */
const USUAL_CONNECTIONS = new Set(['', 'keep-alive', 'close']);

/**
 * Returns the names of the headers that an intermediary must not forward, in lower case: those about one connection,
 * and those that its `Connection` header lists.
 */
export function hopByHopHeaders(connection: string | string[] = ''): ReadonlySet<string> {
  const options = String(connection).toLowerCase();
  if (USUAL_CONNECTIONS.has(options)) return HOP_BY_HOP_HEADERS;
  return new Set([...HOP_BY_HOP_HEADERS, ...options.split(',').map((name) => name.trim())]);
}
