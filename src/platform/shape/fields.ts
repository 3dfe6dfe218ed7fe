import type { ArrayField, BlocksField, Field } from 'payload';
import { type Checking, type Data, isData } from './problem.ts';
import { checkRichText } from './rich-text.ts';
import { NO_DOCUMENT, VALUE_CHECKS } from './values.ts';

const ROWS = 'Send a list of rows.';

/**
 * Checks that each value that is given is one that its field can hold, whatever else is asked of it. What
 * is left out, or belongs to no field, is not looked at.
 */
export function checkFields(fields: Field[], data: Data, checking: Checking): void {
  for (const field of fields) {
    if (field.type === 'tabs') {
      for (const tab of field.tabs) {
        if ('name' in tab && tab.name) checkGroup(tab.fields, tab.name, data, checking);
        else checkFields(tab.fields, data, checking);
      }
    } else if (field.type === 'group' && 'name' in field && field.name) {
      checkGroup(field.fields, field.name, data, checking);
    } else if (field.type === 'row' || field.type === 'collapsible' || field.type === 'group') {
      checkFields(field.fields, data, checking);
    } else if ('name' in field && field.name) {
      checkNamed(field, data[field.name], `${checking.within}${field.name}`, checking);
    }
  }
}

function checkGroup(fields: Field[], name: string, data: Data, checking: Checking): void {
  const value = data[name];
  const path = `${checking.within}${name}`;
  if (value === undefined) return;
  if (isData(value)) checkFields(fields, value, { ...checking, within: `${path}.` });
  else checking.problems.push({ path, message: 'Send the fields of this group.' });
}

function checkNamed(field: Field, value: unknown, path: string, checking: Checking): void {
  if (value === undefined || value === null) return;
  const { locales } = checking;
  const isByLocale =
    locales && 'localized' in field && field.localized && isData(value) && hasOnly(value, locales);
  if (isByLocale) {
    for (const [locale, one] of Object.entries(value)) {
      checkNamed({ ...field, localized: false }, one, `${path}.${locale}`, checking);
    }
  } else if (field.type === 'array' || field.type === 'blocks') {
    checkRows(field, value, path, checking);
  } else if (field.type === 'richText') {
    checkRichText(field, value, path, checking, checkFields);
  } else {
    checkValues(field, value, path, checking);
  }
}

const hasOnly = (value: Data, keys: readonly string[]): boolean => {
  const own = Object.keys(value);
  return own.length > 0 && own.every((key) => keys.includes(key));
};

function checkRows(
  field: ArrayField | BlocksField,
  value: unknown,
  path: string,
  checking: Checking,
): void {
  // The admin's word for a list that was emptied.
  if (value === 0 || value === '0') return;
  if (!Array.isArray(value)) {
    checking.problems.push({ path, message: ROWS });
    return;
  }
  for (const [at, row] of value.entries()) {
    const within = `${path}.${at}.`;
    // Payload leaves these out.
    if (row === null) continue;
    const fields = field.type === 'array' ? field.fields : blockOf(field, row)?.fields;
    if (!isData(row)) checking.problems.push({ path, message: ROWS });
    else if (fields) checkFields(fields, row, { ...checking, within });
    else checking.problems.push({ path: `${within}blockType`, message: 'Choose a block.' });
  }
}

const blockOf = ({ blocks }: BlocksField, row: unknown) =>
  blocks.find(({ slug }) => isData(row) && slug === row.blockType);

function checkValues(field: Field, value: unknown, path: string, { problems }: Checking): void {
  const check = VALUE_CHECKS[field.type] as
    | ((value: unknown, field: Field) => string | undefined)
    | undefined;
  if (!check) return;
  const isList = 'hasMany' in field && field.hasMany === true;
  // Payload takes an empty word for an empty list, and some others for one of documents.
  if (isList && (value === '' || ('relationTo' in field && NO_DOCUMENT.includes(value)))) return;
  if (isList && !Array.isArray(value)) {
    problems.push({ path, message: 'Send a list.' });
    return;
  }
  for (const one of isList ? (value as unknown[]) : [value]) {
    const message = check(one, field);
    if (message) problems.push({ path, message });
  }
}
