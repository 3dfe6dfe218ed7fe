import type { IncomingMessage } from 'node:http';

const ABSOLUTE_FORM = /^https?:\/\/([^/?#]*)(.*)$/i;
const DEFAULT_PORT = /:(80|443)?$/;

/**
 * Rewrites a request target in absolute-form to origin-form, which all other modules expect. Its host
 * replaces the `Host` header (RFC 9112, 3.2.2).
 * @param host the public host of the site
 * @returns false if the target names another site
 */
export function rewriteToOriginForm(req: IncomingMessage, host: string): boolean {
  const [, authority, rest = ''] = ABSOLUTE_FORM.exec(req.url ?? '') ?? [];
  if (authority === undefined) return true;
  const targetHost = authority.toLowerCase().replace(DEFAULT_PORT, '');
  if (!hostsOf(req, host).includes(targetHost)) return false;
  req.url = rest.startsWith('/') ? rest : `/${rest}`;
  req.headers.host = authority;
  return true;
}

/** Returns the public host, and the local address and port of the connection. */
function hostsOf({ socket: { localAddress = '', localPort } }: IncomingMessage, host: string) {
  const address = localAddress.replace(/^::ffff:(?=\d+\.)/i, '');
  const hostname = address.includes(':') ? `[${address}]` : address;
  const localHosts = [hostname, 'localhost'].map((name) =>
    `${name}:${localPort}`.replace(DEFAULT_PORT, ''),
  );
  return [host.toLowerCase(), ...localHosts];
}
