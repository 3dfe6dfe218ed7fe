import { escapeXml } from '#domain/xml.ts';

/** Where the page of the site that says “not sent” wants what was posted. */
const MARKER = '<input type="hidden" name="kept"/>';

interface Unsent {
  /** The address that was posted to, and the page's own. */
  address: string;
  own: string;
  fields: readonly (readonly [name: string, value: string])[];
  /** What fields are called, of those that people may want to look at again. */
  labels: Record<string, string>;
}

/** The page “not sent” with a form in it that holds all that was posted, and sends it again. */
export const giveBack = (html: string, { address, own, fields, labels }: Unsent): string =>
  html
    .replaceAll(`action="${own}"`, () => `action="${escapeXml(address)}"`)
    .replace(MARKER, () => hidden(fields) + readable(fields, labels));

export const hidden = (fields: Unsent['fields']): string =>
  fields
    .map(
      ([name, value]) =>
        `<input type="hidden" name="${escapeXml(name)}" value="${escapeXml(value)}"/>`,
    )
    .join('');

function readable(fields: Unsent['fields'], labels: Unsent['labels']): string {
  const shown = fields.filter(([name, value]) => Object.hasOwn(labels, name) && value);
  if (shown.length === 0) return '';
  const lines = shown.map(
    ([name, value]) => `<dt>${escapeXml(labels[name] ?? '')}</dt><dd>${escapeXml(value)}</dd>`,
  );
  return `<dl>${lines.join('')}</dl>`;
}
