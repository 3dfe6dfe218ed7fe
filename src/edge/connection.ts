/** About one connection (RFC 9110, 7.6.1): nothing of it belongs to the other side of the edge. */
export const OWN_TO_A_CONNECTION: ReadonlySet<string> = new Set([
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
