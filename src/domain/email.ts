import { z } from 'zod';

const HOW = 'Enter an email address, like name@example.org';

/** An email address, kept as typed. 254 is the longest that SMTP can carry (RFC 5321, 4.5.3.1.3). */
export const email = z
  .string({ error: HOW })
  .trim()
  .min(1, HOW)
  .max(254, HOW)
  .pipe(z.email({ error: HOW }));

/** The address that writes to it; no sign of it means something else there. */
export const mailHref = (address: string): string =>
  `mailto:${encodeURIComponent(address).replace('%40', '@')}`;
