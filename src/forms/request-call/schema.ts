import { z } from 'zod';
import { bestTime, contactWishes, name, phone } from '#forms/fields.ts';

/** Asks a coordinator to call. */
export const schema = z.strictObject({ name, phone, bestTime, contactWishes });
