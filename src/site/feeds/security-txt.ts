import { Temporal } from 'temporal-polyfill';
import { mailHref } from '#domain/email.ts';
import { SECURITY_TXT_PATH } from '#domain/site-paths.ts';

/** `Expires` should be less than a year away (RFC 9116, 2.5.5). */
const VALID_DAYS = 364;

interface SecurityContact {
  /** Where people report a vulnerability. */
  email: string;
  origin: string;
  languages: readonly string[];
  now: Date;
}

/** Writes where to report a vulnerability (RFC 9116). The text is the same for a whole UTC day, so that it can be cached. */
export function writeSecurityTxt({ email, origin, languages, now }: SecurityContact): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC');
  const expires = today.startOfDay().add({ days: VALID_DAYS }).toInstant();
  return [
    `Contact: ${mailHref(email)}`,
    `Expires: ${expires}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${origin}${SECURITY_TXT_PATH}`,
    '',
  ].join('\n');
}
