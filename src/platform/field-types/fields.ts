import type { ArrayField, BlocksField, Field } from 'payload';
import { type CheckContext, isPlainObject, type PlainObject } from './check-context.ts';
import { checkRichText } from './rich-text.ts';
import { EMPTY_RELATION_VALUES, VALUE_CHECKS } from './values.ts';

const ROWS_MESSAGE = 'Send a list of rows.';

/**
 * Checks that each value has the type of its field, and adds an error to the context for each that has not. Missing
 * values and keys that belong to no field are ignored; further validation is Payload's.
 */
export function checkFields(fields: Field[], data: PlainObject, context: CheckContext): void {
  for (const field of fields) {
    if (field.type === 'tabs') {
      for (const tab of field.tabs) {
        if ('name' in tab && tab.name) checkGroup(tab.fields, tab.name, data, context);
        else checkFields(tab.fields, data, context);
      }
    } else if (field.type === 'group' && 'name' in field && field.name) {
      checkGroup(field.fields, field.name, data, context);
    } else if (field.type === 'row' || field.type === 'collapsible' || field.type === 'group') {
      checkFields(field.fields, data, context);
    } else if ('name' in field && field.name) {
      checkNamedField(field, data[field.name], `${context.pathPrefix}${field.name}`, context);
    }
  }
}

function checkGroup(fields: Field[], name: string, data: PlainObject, context: CheckContext): void {
  const value = data[name];
  const path = `${context.pathPrefix}${name}`;
  if (value === undefined) return;
  if (isPlainObject(value)) checkFields(fields, value, { ...context, pathPrefix: `${path}.` });
  else context.errors.push({ path, message: 'Send the fields of this group.' });
}

function checkNamedField(field: Field, value: unknown, path: string, context: CheckContext): void {
  if (value === undefined || value === null) return;
  const { locales } = context;
  const isByLocale =
    locales &&
    'localized' in field &&
    field.localized &&
    isPlainObject(value) &&
    hasOnly(value, locales);
  if (isByLocale) {
    for (const [locale, localized] of Object.entries(value)) {
      checkNamedField({ ...field, localized: false }, localized, `${path}.${locale}`, context);
    }
  } else if (field.type === 'array' || field.type === 'blocks') {
    checkRows(field, value, path, context);
  } else if (field.type === 'richText') {
    checkRichText(field, value, path, context, checkFields);
  } else {
    checkValues(field, value, path, context);
  }
}

const hasOnly = (value: PlainObject, keys: readonly string[]): boolean => {
  const own = Object.keys(value);
  return own.length > 0 && own.every((key) => keys.includes(key));
};

function checkRows(
  field: ArrayField | BlocksField,
  value: unknown,
  path: string,
  context: CheckContext,
): void {
  // The admin sends this for an emptied list.
  if (value === 0 || value === '0') return;
  if (!Array.isArray(value)) {
    context.errors.push({ path, message: ROWS_MESSAGE });
    return;
  }
  for (const [at, row] of value.entries()) {
    const pathPrefix = `${path}.${at}.`;
    // Payload skips these.
    if (row === null) continue;
    const fields = field.type === 'array' ? field.fields : blockOf(field, row)?.fields;
    if (!isPlainObject(row)) context.errors.push({ path, message: ROWS_MESSAGE });
    else if (fields) checkFields(fields, row, { ...context, pathPrefix });
    else context.errors.push({ path: `${pathPrefix}blockType`, message: 'Choose a block.' });
  }
}

const blockOf = ({ blocks }: BlocksField, row: unknown) =>
  blocks.find(({ slug }) => isPlainObject(row) && slug === row.blockType);

function checkValues(field: Field, value: unknown, path: string, { errors }: CheckContext): void {
  const check = VALUE_CHECKS[field.type] as
    | ((value: unknown, field: Field) => string | undefined)
    | undefined;
  if (!check) return;
  const isList = 'hasMany' in field && field.hasMany === true;
  // Payload accepts these as an empty list.
  if (isList && (value === '' || ('relationTo' in field && EMPTY_RELATION_VALUES.includes(value))))
    return;
  if (isList && !Array.isArray(value)) {
    errors.push({ path, message: 'Send a list.' });
    return;
  }
  for (const item of isList ? (value as unknown[]) : [value]) {
    const message = check(item, field);
    if (message) errors.push({ path, message });
  }
}
