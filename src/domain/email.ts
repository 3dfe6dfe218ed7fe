import { z } from 'zod';
import { decodedLink, visibleLine, withoutNote } from './clipboard.ts';

const HOW = 'Enter an email address, like name@example.org';
const ASCII_NAME = 'Use plain letters and digits before the @, like name@example.org';

/** The longest that SMTP can carry (RFC 5321, 4.5.3.1). */
const LONGEST = 254;
const LONGEST_LOCAL_PART = 64;

/** What a contact card writes around an address is not counted. */
const LONGEST_TYPED = 320;

/** A dot-atom (RFC 5322, 3.2.3), but for the signs that no provider gives out. */
const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;

/** At least two labels; the last one is no number, or it would be an IP address. */
const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?!\d+$)[a-z\d-]{2,63}$/;

/** Would end the host in a URL. */
const NOT_IN_A_HOST = /[\s/\\?#:@%[\]]/;

const LABEL = /^(?:e-?mail(?: address)?|mailto)\s*:\s*/i;

/** The address itself, out of what a clipboard or a contact card brings: `Sam <sam@example.org>`, `mailto:`. */
function bareAddress(typed: string): string {
  const line = visibleLine(typed);
  const [, inBrackets] = line.match(/^[^<>@]*<([^<>]+)>[\s.,;]*$/) ?? [];
  const address = withoutNote(inBrackets ?? line).replace(LABEL, '');
  return /^\s*mailto:/i.test(inBrackets ?? line)
    ? decodedLink(address.replace(/\?.*$/, ''))
    : address;
}

/** The local part and the domain, which is in the ASCII form of IDNA (UTS #46) by the platform's own rules. */
function partsOf(typed: string): { local: string; domain: string } | undefined {
  const address = bareAddress(typed);
  const at = address.lastIndexOf('@');
  const host = address.slice(at + 1);
  if (at < 1 || NOT_IN_A_HOST.test(host)) return undefined;
  const url = `http://${host}/`;
  const domain = URL.canParse(url) ? new URL(url).hostname : '';
  return DOMAIN.test(domain) ? { local: address.slice(0, at), domain } : undefined;
}

/**
 * The address to which mail goes, like `sam@xn--mnchen-3ya.example`, or undefined if there can be no such
 * address. Its local part keeps its case: only its server knows whether that matters (RFC 5321, 2.4).
 */
export function normalizeEmail(typed: string): string | undefined {
  const parts = partsOf(typed);
  if (!parts || !LOCAL_PART.test(parts.local) || parts.local.length > LONGEST_LOCAL_PART) {
    return undefined;
  }
  const address = `${parts.local}@${parts.domain}`;
  return address.length <= LONGEST ? address : undefined;
}

/** The same mailbox has the same key, in whatever case its address was typed. */
export const emailKey = (typed: string): string =>
  (normalizeEmail(typed) ?? typed.trim()).toLowerCase();

/** Most mail servers take no other letters there (SMTPUTF8, RFC 6531). */
const hasForeignLocalPart = (typed: string): boolean =>
  /[^\p{ASCII}]/u.test(partsOf(typed)?.local ?? '');

/** An email address, kept as typed. */
export const email = z
  .string({ error: HOW })
  .trim()
  .min(1, HOW)
  .max(LONGEST_TYPED, { error: HOW, abort: true })
  .refine((typed) => !hasForeignLocalPart(typed), { error: ASCII_NAME, abort: true })
  .refine((typed) => normalizeEmail(typed) !== undefined, HOW)
  .meta({ format: 'idn-email' });

/** The address that writes to it; no sign of it means something else there. */
export const mailHref = (address: string): string =>
  `mailto:${encodeURIComponent(normalizeEmail(address) ?? address).replace('%40', '@')}`;
