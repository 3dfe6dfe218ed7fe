/** The values of a form by the names of its controls. A name with several values has an array. */
export type FormValues = Record<string, string | string[]>;

/** Names of the form fields that are not answers. */
export const META_FIELDS = {
  /** The idempotency key. */
  key: 'key',
  /** Set if the form is only the first step of the whole form. */
  step: 'step',
  /** Path of the page with the form. */
  from: 'from',
  locale: 'locale',
  timeZone: 'timeZone',
  voicemail: 'voicemail',
  receiptByMail: 'receiptByMail',
  consent: 'consent',
  consentText: 'consentText',
  consentVersion: 'consentVersion',
  /** The honeypot: only programs fill it in. */
  website: 'website',
  /** The rendered-at token of the form page. */
  rendered: 'rendered',
  /** The solved proof of work. */
  proof: 'proof',
} as const;

/** Fields that count for or against spam. */
const SIGNAL_FIELDS = [META_FIELDS.website, META_FIELDS.rendered, META_FIELDS.proof] as const;

/** Value of `step` in a form that asks for contact details only, and leads to the whole form. */
export const FIRST_STEP = 'contact';

const metaFieldNames: readonly string[] = Object.values(META_FIELDS);

/** Returns the values of a form from its entries. A name that occurs more than once gets an array. */
export function parseFormEntries(entries: Iterable<[name: string, value: string]>): FormValues {
  const values = new Map<string, string | string[]>();
  for (const [name, value] of entries) {
    const previous = values.get(name);
    values.set(name, previous === undefined ? value : [previous, value].flat());
  }
  // Assignment would fail for a control with the name of an inherited property, like `__proto__`.
  return Object.fromEntries(values);
}

/** True if the form has any value. */
export const isFilledIn = (values: FormValues): boolean => Object.keys(values).length > 0;

/** Returns all values of a control, in order. */
export const valuesOf = (values: FormValues, name: string): string[] =>
  Object.hasOwn(values, name) ? [values[name] ?? []].flat() : [];

/** Returns the first value of a control, for controls with a single value. */
export const firstValueOf = (values: FormValues, name: string): string | undefined =>
  valuesOf(values, name)[0];

/** Returns the payload of the JSON API for the values of a form. Empty fields count as not filled in. */
export function toSubmissionPayload(
  values: FormValues,
  callToAction: string,
): Record<string, unknown> {
  const answers = Object.entries(values).filter(
    ([name, value]) => !metaFieldNames.includes(name) && value.length > 0,
  );
  const version = Number(values[META_FIELDS.consentVersion]);
  const text = values[META_FIELDS.consentText];
  return {
    callToAction,
    answers: Object.fromEntries(answers),
    consent: text ? { text, version, given: values[META_FIELDS.consent] === 'yes' } : undefined,
    voicemail: values[META_FIELDS.voicemail] === 'yes',
    receiptByMail: values[META_FIELDS.receiptByMail] === 'yes',
    page: values[META_FIELDS.from] || undefined,
    locale: values[META_FIELDS.locale] || undefined,
    timeZone: values[META_FIELDS.timeZone] || undefined,
    signals: signalsIn(values),
  };
}

function signalsIn(values: FormValues): Record<string, string> | undefined {
  const given = SIGNAL_FIELDS.map((name) => [name, firstValueOf(values, name)]).filter(
    ([, value]) => value,
  );
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}
