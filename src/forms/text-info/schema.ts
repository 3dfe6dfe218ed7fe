import { z } from 'zod';
import { mobile, textWishes } from '#forms/fields.ts';

/** A request for information by text message. */
export const schema = z.strictObject({ phone: mobile, contactWishes: textWishes });
