import type { IncomingMessage } from 'node:http';

const ABSOLUTE = /^https?:\/\/([^/?#]*)(.*)$/i;
const DEFAULT_PORT = /:(80|443)?$/;

/**
 * Brings the target of a request into the form `/path?query`, in which all else reads it. A client may also say
 * the whole address, whose host counts for more than the header (RFC 9112, 3.2.2).
 * @param host the public host of the site
 * @returns false if it names another site than this one
 */
export function takeTarget(req: IncomingMessage, host: string): boolean {
  const [, authority, rest = ''] = ABSOLUTE.exec(req.url ?? '') ?? [];
  if (authority === undefined) return true;
  const named = authority.toLowerCase().replace(DEFAULT_PORT, '');
  if (!hostsOf(req, host).includes(named)) return false;
  req.url = rest.startsWith('/') ? rest : `/${rest}`;
  req.headers.host = authority;
  return true;
}

/** What the site is called in public, and where the connection came in. */
function hostsOf({ socket: { localAddress = '', localPort } }: IncomingMessage, host: string) {
  const plain = localAddress.replace(/^::ffff:(?=\d+\.)/i, '');
  const local = plain.includes(':') ? `[${plain}]` : plain;
  const here = [local, 'localhost'].map((name) => `${name}:${localPort}`.replace(DEFAULT_PORT, ''));
  return [host.toLowerCase(), ...here];
}
