import { z } from 'zod';
import { isTimeZone } from './time-zone.ts';

/** An IANA time zone, like `America/New_York`. */
export const timeZone = z.string().max(64).refine(isTimeZone, 'Name a time zone of the IANA list');
