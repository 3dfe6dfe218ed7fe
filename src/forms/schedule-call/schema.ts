import { z } from 'zod';
import { contactWishes, email, name, phone, slot } from '#forms/fields.ts';

/** A request for a call of 15 minutes in a slot that the visitor chooses. */
export const schema = z.strictObject({ name, email, phone, slot, contactWishes });
