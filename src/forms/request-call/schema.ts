import { z } from 'zod';
import { bestTime, contactWishes, name, phone } from '#forms/fields.ts';

/** A request for a call from a coordinator. */
export const schema = z.strictObject({ name, phone, bestTime, contactWishes });
