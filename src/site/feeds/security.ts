import { Temporal } from 'temporal-polyfill';
import { SECURITY_PATH } from '#domain/addresses.ts';
import { mailHref } from '#domain/email.ts';

/** It has to end within a year (RFC 9116, 2.5.5). */
const HOLDS_DAYS = 364;

interface Security {
  /** To whom people write who have found a weakness. */
  email: string;
  origin: string;
  languages: readonly string[];
  now: Date;
}

/** Says to whom a weakness of the site is reported (RFC 9116); the same all day long. */
export function writeSecurity({ email, origin, languages, now }: Security): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC');
  const expires = today.startOfDay().add({ days: HOLDS_DAYS }).toInstant();
  return [
    `Contact: ${mailHref(email)}`,
    `Expires: ${expires}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${origin}${SECURITY_PATH}`,
    '',
  ].join('\n');
}
