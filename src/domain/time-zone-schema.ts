import { z } from 'zod';
import { isTimeZone } from './time-zone.ts';

/** Schema of an IANA time zone, like `America/New_York`. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isTimeZone, 'Name a time zone of the IANA list');
