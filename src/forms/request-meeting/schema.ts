import { z } from 'zod';
import { contactWishes, email, name, phone } from '#forms/fields.ts';

/** Asks for a meeting. */
export const schema = z.strictObject({ name, email, phone, contactWishes });
