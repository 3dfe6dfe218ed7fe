import { type Field, type Plugin, validations } from 'payload';

type Validate = (value: unknown, options: never) => unknown;

/** Field types whose built-in rules are about the value alone: required, lengths, bounds. */
const TYPES = ['text', 'textarea', 'email', 'number', 'date'] as const;
type CheckedType = (typeof TYPES)[number];

const hasOwnValidation = (field: Field): field is Extract<Field, { type: CheckedType }> =>
  TYPES.some((type) => type === field.type) && 'validate' in field && Boolean(field.validate);

/** Fields are shared by collections: each is changed once. */
const changed = new WeakSet<object>();

function addBuiltInRules(field: Field): void {
  if (!hasOwnValidation(field) || changed.has(field)) return;
  changed.add(field);
  const custom = field.validate as Validate;
  const builtIn = validations[field.type] as Validate;
  const validate = async (value: unknown, options: object) => {
    const result = await custom(value, options as never);
    return result === true ? builtIn(value, { ...field, ...options } as never) : result;
  };
  Object.assign(field, { validate });
}

/** The fields that a field contains: of a group, row, array, its tabs or its blocks. */
function fieldsWithin(field: Field): Field[] {
  const parts = 'tabs' in field ? field.tabs : 'blocks' in field ? field.blocks : [field];
  return parts.flatMap((part) => ('fields' in part ? part.fields : []));
}

function addToAll(fields: Field[]): void {
  for (const field of fields) {
    addBuiltInRules(field);
    addToAll(fieldsWithin(field));
  }
}

/**
 * Adds Payload's own rules, such as `required` and `maxLength`, to fields that have a `validate` of their own: Payload
 * applies only that one. Its messages come first.
 */
export const keepBuiltInRules: Plugin = (config) => {
  for (const { fields } of [...(config.collections ?? []), ...(config.globals ?? [])]) {
    addToAll(fields);
  }
  return config;
};
