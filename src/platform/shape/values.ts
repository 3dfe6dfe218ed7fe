import type { Field, SelectField } from 'payload';

type Of<Type extends Field['type']> = Extract<Field, { type: Type }>;

/** Says what is wrong with one value of a field, or nothing. Of lists, each value is checked by itself. */
type Check<Type extends Field['type']> = (value: unknown, field: Of<Type>) => string | undefined;

const isText = (value: unknown) => (typeof value === 'string' ? undefined : 'Enter text.');

const isNumber = (value: unknown) =>
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && (value.trim() === '' || Number.isFinite(Number(value))))
    ? undefined
    : 'Enter a number.';

const isYesOrNo = (value: unknown) =>
  [true, false, 'true', 'false', ''].includes(value as string) ? undefined : 'Choose yes or no.';

const isDate = (value: unknown) =>
  (typeof value === 'string' || value instanceof Date) &&
  (value === '' || !Number.isNaN(new Date(value).getTime()))
    ? undefined
    : 'Enter a date.';

const isOption = (value: unknown, { options }: Pick<SelectField, 'options'>) =>
  options.some((one) => (typeof one === 'string' ? one : one.value) === value)
    ? undefined
    : 'Choose from the list.';

const ID = /^[0-9a-f]{24}$/i;

/** An id, also the driver's own object for one, or the document that has it. */
function isId(value: unknown): boolean {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
  return ['string', 'object'].includes(typeof id) && id !== null && ID.test(plain(id));
}

/** The driver's ids write themselves; an object of plain data can only claim to. */
const plain = (id: unknown): string =>
  typeof id === 'string' || (id as { _bsontype?: unknown })._bsontype === 'ObjectId'
    ? String(id)
    : '';

/** Payload takes these for no document, and for no documents at all; not for one of several. */
export const NO_DOCUMENT: unknown[] = ['', 'none', 'null'];

interface Relation {
  relationTo: string | string[];
  hasMany?: boolean;
}

const isRelation = (value: unknown, { relationTo, hasMany }: Relation) => {
  const isOne = Array.isArray(relationTo)
    ? typeof value === 'object' &&
      value !== null &&
      'relationTo' in value &&
      typeof value.relationTo === 'string' &&
      relationTo.includes(value.relationTo) &&
      'value' in value &&
      isId(value.value)
    : isId(value);
  return isOne || (!hasMany && NO_DOCUMENT.includes(value))
    ? undefined
    : 'Choose a document from the list.';
};

/** By the types of fields that hold single values, or lists of such. */
export const VALUE_CHECKS: { [Type in Field['type']]?: Check<Type> } = {
  text: isText,
  textarea: isText,
  email: isText,
  code: isText,
  number: isNumber,
  checkbox: isYesOrNo,
  date: isDate,
  select: isOption,
  radio: isOption,
  relationship: isRelation,
  upload: isRelation,
};
