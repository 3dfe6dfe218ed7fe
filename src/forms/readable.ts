import {
  contactWishes,
  email,
  type FieldWords,
  fieldWords,
  message,
  name,
  phone,
} from './fields.ts';
import { type Typed, valuesOf } from './typed.ts';

/** The fields that a visitor may want to look at again when there is no form to look at. */
const READABLE = { name, email, phone, message, contactWishes };

/** What these fields are called, by their names. */
export const READABLE_LABELS: Record<string, string> = Object.fromEntries(
  Object.entries(READABLE).map(([name, schema]) => [name, fieldWords.get(schema)?.label ?? name]),
);

export interface ReadableField extends FieldWords {
  name: string;
  required: boolean;
  value: string;
}

/** What a visitor typed into fields that every form calls the same, in their order. */
export const readableIn = (typed: Typed): ReadableField[] =>
  Object.entries(READABLE).flatMap(([name, schema]) => {
    const [value, ...more] = valuesOf(typed, name);
    const words = fieldWords.get(schema);
    const required = !schema.safeParse(undefined).success;
    return value && words && more.length === 0 ? [{ ...words, name, required, value }] : [];
  });
