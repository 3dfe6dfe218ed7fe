import { z } from 'zod';
import { contactWishes, email, name, phone, slot } from '#forms/fields.ts';

/** Asks for a call of 15 minutes at a time that the visitor chooses. */
export const schema = z.strictObject({ name, email, phone, slot, contactWishes });
