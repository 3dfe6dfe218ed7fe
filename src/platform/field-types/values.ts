import type { Field, SelectField } from 'payload';

type FieldOfType<Type extends Field['type']> = Extract<Field, { type: Type }>;

/**
 * Returns an error message for one value of a field, or undefined if it is valid. List items are checked one by one.
 */
type ValueCheck<Type extends Field['type']> = (
  value: unknown,
  field: FieldOfType<Type>,
) => string | undefined;

const checkText = (value: unknown) => (typeof value === 'string' ? undefined : 'Enter text.');

const checkNumber = (value: unknown) =>
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && (value.trim() === '' || Number.isFinite(Number(value))))
    ? undefined
    : 'Enter a number.';

const checkBoolean = (value: unknown) =>
  [true, false, 'true', 'false', ''].includes(value as string) ? undefined : 'Choose yes or no.';

const checkDate = (value: unknown) =>
  (typeof value === 'string' || value instanceof Date) &&
  (value === '' || !Number.isNaN(new Date(value).getTime()))
    ? undefined
    : 'Enter a date.';

const checkOption = (value: unknown, { options }: Pick<SelectField, 'options'>) =>
  options.some((option) => (typeof option === 'string' ? option : option.value) === value)
    ? undefined
    : 'Choose from the list.';

const ID = /^[0-9a-f]{24}$/i;

/** True for an id as text, for an ObjectId of the driver, and for a document with an id. */
function isId(value: unknown): boolean {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
  return ['string', 'object'].includes(typeof id) && id !== null && ID.test(idText(id));
}

/** Only an ObjectId is converted: `toString` of an object from outside could return anything. */
const idText = (id: unknown): string =>
  typeof id === 'string' || (id as { _bsontype?: unknown })._bsontype === 'ObjectId'
    ? String(id)
    : '';

/** Payload accepts these as “no document” and as an empty list, but not as an item of a list. */
export const EMPTY_RELATION_VALUES: unknown[] = ['', 'none', 'null'];

interface RelationField {
  relationTo: string | string[];
  hasMany?: boolean;
}

const checkRelation = (value: unknown, { relationTo, hasMany }: RelationField) => {
  const isOne = Array.isArray(relationTo)
    ? typeof value === 'object' &&
      value !== null &&
      'relationTo' in value &&
      typeof value.relationTo === 'string' &&
      relationTo.includes(value.relationTo) &&
      'value' in value &&
      isId(value.value)
    : isId(value);
  return isOne || (!hasMany && EMPTY_RELATION_VALUES.includes(value))
    ? undefined
    : 'Choose a document from the list.';
};

/** Checks by field type, for types that hold scalars, references, or lists of them. */
export const VALUE_CHECKS: { [Type in Field['type']]?: ValueCheck<Type> } = {
  text: checkText,
  textarea: checkText,
  email: checkText,
  code: checkText,
  number: checkNumber,
  checkbox: checkBoolean,
  date: checkDate,
  select: checkOption,
  radio: checkOption,
  relationship: checkRelation,
  upload: checkRelation,
};
