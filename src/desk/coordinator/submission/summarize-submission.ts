import { BEST_TIME_LABELS } from '#domain/best-times.ts';
import { mailHref } from '#domain/email.ts';
import { parseHref } from '#domain/href.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { telHref } from '#domain/phone.ts';
import {
  assessPhoneNumber,
  type CountryCode,
  type PhoneNumberSignal,
} from '#domain/phone-number-signals.ts';
import { CALL_MINUTES } from '#domain/slots.ts';
import { CONTACT_METHOD_LABELS, KIND_LABELS } from '#domain/submission-kinds.ts';
import { formatDay, formatMoment, formatTime, formatZone } from '#domain/time-zone.ts';
import type { FormSubmission } from '#payload-types.ts';

/** A labeled value of a submission. */
export interface SummaryField {
  label: string;
  value: string;
  href?: string;
  /** Shown below the value, smaller. */
  detail?: string;
  /** Shown below the value, emphasized. */
  warning?: string;
  /** True if a coordinator must read the field before acting. */
  isProminent?: true;
}

export interface SummarySection {
  title: string;
  fields: SummaryField[];
}

interface SummaryContext {
  /** The Site's time zone. */
  zone: string;
  /** The heading of the call to action that was answered. */
  callToActionHeading: string;
  /** False after a withdrawal: phone number and email address are then not linked. */
  isReachable: boolean;
  /** The countries that the Site serves. */
  servedCountries: readonly CountryCode[];
  /** The references of other open submissions for the same slot, if there are more than parallel calls. */
  doubleBooked: readonly string[];
}

const NUMBER_WARNINGS: Record<PhoneNumberSignal, string> = {
  'number-costly': 'This number may be expensive to call.',
  'number-abroad': 'This number is abroad, and may be expensive to call.',
  'number-toll-free': 'This number is toll-free: it belongs to an organization.',
};

/** Returns the non-empty fields of a submission, in the order in which a caller needs them. */
export const summarizeSubmission = (
  submission: FormSubmission,
  context: SummaryContext,
): SummarySection[] =>
  [
    { title: 'Who, and how to reach them', fields: contactFields(submission, context) },
    { title: 'What they ask for', fields: contentFields(submission, context) },
    { title: 'When and where', fields: originFields(submission, context) },
  ].map(({ title, fields }) => ({ title, fields: fields.filter(({ value }) => value !== '') }));

const contactFields = (
  submission: FormSubmission,
  { zone, isReachable, servedCountries }: SummaryContext,
): SummaryField[] => [
  { label: 'Name', value: submission.name ?? '' },
  { label: 'Contact wishes', value: submission.contactWishes ?? '', isProminent: true },
  phoneField(submission, isReachable, servedCountries),
  emailField(submission, isReachable),
  { label: 'Expects', value: CONTACT_METHOD_LABELS[submission.preferredContact] },
  {
    label: 'Best time to call',
    value: formatBestTime(submission, zone),
    detail: describeVisitorZone(submission.timeZone, zone),
  },
  {
    label: 'Voicemail',
    value: submission.voicemail ? 'A voicemail may be left' : 'Leave no voicemail',
  },
];

function phoneField(
  { phone, phoneE164 }: FormSubmission,
  isReachable: boolean,
  servedCountries: readonly CountryCode[],
): SummaryField {
  const typed = phone ?? '';
  const detail = phoneE164 && phoneE164 !== typed ? phoneE164 : undefined;
  const signal = phoneE164 ? assessPhoneNumber(phoneE164, servedCountries) : undefined;
  return {
    label: 'Phone',
    value: typed,
    href: isReachable ? telHref(typed) : undefined,
    detail,
    warning: signal && NUMBER_WARNINGS[signal],
  };
}

function emailField(
  { email, normalizedEmail }: FormSubmission,
  isReachable: boolean,
): SummaryField {
  const typed = email ?? '';
  const detail = normalizedEmail && normalizedEmail !== typed ? normalizedEmail : undefined;
  return { label: 'Email', value: typed, href: isReachable ? mailHref(typed) : undefined, detail };
}

function formatBestTime({ bestTime: time }: FormSubmission, zone: string): string {
  if (!time) return '';
  const label = BEST_TIME_LABELS[time];
  return time === 'any' ? label : `${label}, ${formatZone(zone, DEFAULT_LOCALE)}`;
}

const describeVisitorZone = (
  visitorZone: string | null | undefined,
  siteZone: string,
): string | undefined =>
  visitorZone && formatZone(visitorZone, DEFAULT_LOCALE) !== formatZone(siteZone, DEFAULT_LOCALE)
    ? `Their device is set to ${formatZone(visitorZone, DEFAULT_LOCALE)}.`
    : undefined;

const contentFields = (
  submission: FormSubmission,
  { zone, callToActionHeading, doubleBooked }: SummaryContext,
): SummaryField[] => [
  {
    label: 'Request',
    value: KIND_LABELS[submission.kind],
    detail:
      callToActionHeading === KIND_LABELS[submission.kind]
        ? undefined
        : `Answered “${callToActionHeading}”`,
  },
  ...(submission.slot
    ? [
        {
          label: 'Time chosen',
          ...formatSlot(submission.slot, zone, submission.timeZone),
          warning: doubleBookedWarning(doubleBooked),
        },
      ]
    : []),
  { label: 'Message', value: submission.message ?? '' },
  ...(submission.answers ?? []).map((answer) => ({
    label: answer.label,
    value: formatAnswer(answer),
  })),
];

const doubleBookedWarning = (references: readonly string[]): string | undefined =>
  references.length > 0
    ? `More requests are open for this time than there can be calls: ${references.join(', ')}.`
    : undefined;

type SubmittedAnswer = NonNullable<FormSubmission['answers']>[number];

/** Formats the answer to a custom question; several choices take a line each. */
export const formatAnswer = ({
  type,
  values,
}: Pick<SubmittedAnswer, 'type' | 'values'>): string => {
  const given = values ?? [];
  return type === 'yes-no' ? given.map(formatYesNo).join('') : given.join('\n');
};

const formatYesNo = (value: string) => (value === 'yes' ? 'Yes' : 'No');

/** Formats a slot in the Site's time zone and, if it differs, in the visitor's. */
export function formatSlot(
  slot: string,
  zone: string,
  visitorZone: string | null | undefined,
): Pick<SummaryField, 'value' | 'detail'> {
  const siteTime = formatCallTime(new Date(slot), zone);
  const visitorTime = visitorZone ? formatCallTime(new Date(slot), visitorZone) : siteTime;
  return {
    value: siteTime,
    detail: visitorTime === siteTime ? undefined : `For the visitor: ${visitorTime}`,
  };
}

function formatCallTime(start: Date, zone: string): string {
  const end = new Date(start.getTime() + CALL_MINUTES * 60_000);
  const [from, to] = [start, end].map((at) => formatTime(at, zone, DEFAULT_LOCALE));
  return `${formatDay(start, zone, DEFAULT_LOCALE)}, ${from} to ${to} ${formatZone(zone, DEFAULT_LOCALE)}`;
}

const originFields = (submission: FormSubmission, { zone }: SummaryContext): SummaryField[] => [
  { label: 'Reference', value: submission.reference },
  { label: 'Received', value: formatMoment(new Date(submission.receivedAt), zone, DEFAULT_LOCALE) },
  {
    label: 'Promised by',
    value: submission.dueAt ? formatMoment(new Date(submission.dueAt), zone, DEFAULT_LOCALE) : '',
  },
  // Link only to pages of this site: the stored value may be anything.
  { label: 'Sent from', value: submission.page ?? '', href: parseHref(submission.page)?.path },
];
