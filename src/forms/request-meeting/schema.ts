import { z } from 'zod';
import { contactWishes, email, name, phone } from '#forms/fields.ts';

/** A request for a meeting. */
export const schema = z.strictObject({ name, email, phone, contactWishes });
