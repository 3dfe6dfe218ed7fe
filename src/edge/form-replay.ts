import { escapeXml } from '#domain/xml.ts';

/** The place for the posted fields in the site's page “not sent”. */
const FIELDS_MARKER = '<input type="hidden" name="kept"/>';

interface UnsentForm {
  /** The URL that the form was posted to. */
  action: string;
  /** Path of the page “not sent”, which is the action of the form in it. */
  pagePath: string;
  fields: readonly (readonly [name: string, value: string])[];
  /** Labels by field name, for the fields that visitors may want to read again. */
  labels: Record<string, string>;
}

/** Renders the page “not sent” with a form that holds all posted fields, so that a visitor can send them again. */
export const renderFormReplay = (
  html: string,
  { action, pagePath, fields, labels }: UnsentForm,
): string =>
  html
    .replaceAll(`action="${pagePath}"`, () => `action="${escapeXml(action)}"`)
    .replace(FIELDS_MARKER, () => renderHiddenFields(fields) + renderLabeledFields(fields, labels));

export const renderHiddenFields = (fields: UnsentForm['fields']): string =>
  fields
    .map(
      ([name, value]) =>
        `<input type="hidden" name="${escapeXml(name)}" value="${escapeXml(value)}"/>`,
    )
    .join('');

function renderLabeledFields(fields: UnsentForm['fields'], labels: UnsentForm['labels']): string {
  const labeled = fields.filter(([name, value]) => Object.hasOwn(labels, name) && value);
  if (labeled.length === 0) return '';
  const rows = labeled.map(
    ([name, value]) => `<dt>${escapeXml(labels[name] ?? '')}</dt><dd>${escapeXml(value)}</dd>`,
  );
  return `<dl>${rows.join('')}</dl>`;
}
