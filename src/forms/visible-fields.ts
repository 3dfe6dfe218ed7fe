import { contactWishes, email, type FieldMeta, fieldMeta, message, name, phone } from './fields.ts';
import { type FormValues, valuesOf } from './form-values.ts';

/** Fields that stay visible when a page returns what was entered without knowing the form. */
const VISIBLE_FIELDS = { name, email, phone, message, contactWishes };

/** Labels of the visible fields, by field name. */
export const VISIBLE_FIELD_LABELS: Record<string, string> = Object.fromEntries(
  Object.entries(VISIBLE_FIELDS).map(([name, schema]) => [
    name,
    fieldMeta.get(schema)?.label ?? name,
  ]),
);

export interface VisibleField extends FieldMeta {
  name: string;
  required: boolean;
  value: string;
}

/** Returns the visible fields that have exactly one value, in order, with that value. */
export const visibleFieldsOf = (values: FormValues): VisibleField[] =>
  Object.entries(VISIBLE_FIELDS).flatMap(([name, schema]) => {
    const [value, ...others] = valuesOf(values, name);
    const meta = fieldMeta.get(schema);
    const required = !schema.safeParse(undefined).success;
    return value && meta && others.length === 0 ? [{ ...meta, name, required, value }] : [];
  });
