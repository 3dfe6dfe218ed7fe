import { z } from 'zod';
import { decodeLink, normalizePastedLine, stripTrailingNote } from './pasted-text.ts';

const MESSAGE = 'Enter an email address, like name@example.org';
const ASCII_LOCAL_PART_MESSAGE = 'Use plain letters and digits before the @, like name@example.org';

/** The length limits of SMTP, in octets (RFC 5321, 4.5.3.1). */
const MAX_LENGTH = 254;
const MAX_LOCAL_PART_LENGTH = 64;

/** Leaves room for the name and label that a contact card adds to an address. */
const MAX_TYPED_LENGTH = 320;

/** A dot-atom (RFC 5322, 3.2.3). */
const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;

/** At least two labels. The last one is not a number: that would be an IP address. */
const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?!\d+$)[a-z\d-]{2,63}$/;

/** Characters that end the host in a URL. */
const HOST_DELIMITER = /[\s/\\?#:@%[\]]/;

const LABEL = /^(?:e-?mail(?: address)?|mailto)\s*:\s*/i;

/** Extracts the address from pasted text, like `Sam <sam@example.org>` or `mailto:sam@example.org`. */
function extractAddress(typed: string): string {
  const line = normalizePastedLine(typed);
  const [, inBrackets] = line.match(/^[^<>@]*<([^<>]+)>[\s.,;]*$/) ?? [];
  const address = stripTrailingNote(inBrackets ?? line).replace(LABEL, '');
  return /^\s*mailto:/i.test(inBrackets ?? line)
    ? decodeLink(address.replace(/\?.*$/, ''))
    : address;
}

/** Splits an address into local part and domain. The URL parser converts the domain to ASCII (IDNA, UTS #46). */
function splitAddress(typed: string): { local: string; domain: string } | undefined {
  const address = extractAddress(typed);
  const at = address.lastIndexOf('@');
  const host = address.slice(at + 1);
  if (at < 1 || HOST_DELIMITER.test(host)) return undefined;
  const url = `http://${host}/`;
  const domain = URL.canParse(url) ? new URL(url).hostname : '';
  return DOMAIN.test(domain) ? { local: address.slice(0, at), domain } : undefined;
}

/**
 * Returns the address that mail is sent to, like `sam@xn--mnchen-3ya.example`, or undefined if it is invalid.
 * The local part keeps its case: only the receiving server knows whether case matters (RFC 5321, 2.4).
 */
export function normalizeEmail(typed: string): string | undefined {
  const parts = splitAddress(typed);
  if (!parts || !LOCAL_PART.test(parts.local) || parts.local.length > MAX_LOCAL_PART_LENGTH) {
    return undefined;
  }
  const address = `${parts.local}@${parts.domain}`;
  return address.length <= MAX_LENGTH ? address : undefined;
}

/** Returns a key that is equal for all spellings of an address, including other upper and lower case. */
export const emailKey = (typed: string): string =>
  (normalizeEmail(typed) ?? typed.trim()).toLowerCase();

/** True if the local part has letters beyond ASCII, which most mail servers reject (SMTPUTF8, RFC 6531). */
const hasNonAsciiLocalPart = (typed: string): boolean =>
  /[^\p{ASCII}]/u.test(splitAddress(typed)?.local ?? '');

/** Schema of an email address. The parsed value stays as typed. */
export const emailSchema = z
  .string({ error: MESSAGE })
  .trim()
  .min(1, MESSAGE)
  .max(MAX_TYPED_LENGTH, { error: MESSAGE, abort: true })
  .refine((typed) => !hasNonAsciiLocalPart(typed), { error: ASCII_LOCAL_PART_MESSAGE, abort: true })
  .refine((typed) => normalizeEmail(typed) !== undefined, MESSAGE)
  .meta({ format: 'idn-email' });

/** Returns a `mailto:` URL. Characters with a meaning in URLs are encoded. */
export const mailHref = (address: string): string =>
  `mailto:${encodeURIComponent(normalizeEmail(address) ?? address).replace('%40', '@')}`;
