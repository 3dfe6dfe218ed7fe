import { z } from 'zod';
import { contactWishes, email, message, name, phone } from '#forms/fields.ts';

/** A request for help, with a message in the visitor's own words if they like. */
export const schema = z.strictObject({ name, email, phone, message, contactWishes });
