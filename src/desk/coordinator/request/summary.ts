import { BEST_TIME_LABELS } from '#domain/best-times.ts';
import { mailHref } from '#domain/email.ts';
import { addressIn } from '#domain/href.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { type CountryCode, concernAbout, type NumberConcern } from '#domain/number-concerns.ts';
import { telHref } from '#domain/phone.ts';
import { CALL_MINUTES } from '#domain/slots.ts';
import { CONTACT_WAY_LABELS, KIND_LABELS } from '#domain/submission-kinds.ts';
import { dayInWords, momentInWords, timeInWords, zoneName } from '#domain/time-zone.ts';
import type { FormSubmission } from '#payload-types.ts';

/** One thing that is known of a request. */
export interface Line {
  label: string;
  value: string;
  href?: string;
  /** Said below the value, smaller. */
  more?: string;
  /** What can go wrong with it, said below the value. */
  warning?: string;
  /** To be read before anything is done: it stands out. */
  first?: true;
}

export interface Part {
  title: string;
  lines: Line[];
}

interface Around {
  /** The Site's time zone. */
  zone: string;
  /** The heading of the call to action that was answered. */
  invitation: string;
  /** They may be contacted: who withdrew is not a click away. */
  reachable: boolean;
  /** The countries that Site serves. */
  served: readonly CountryCode[];
  /** The references of other open requests for the same time, where there are more than calls at once. */
  sameTime: readonly string[];
}

const NUMBER_WARNINGS: Record<NumberConcern, string> = {
  'number-costly': 'This number may be expensive to call.',
  'number-abroad': 'This number is abroad, and may be expensive to call.',
  'number-toll-free': 'This number is toll-free: it belongs to an organization.',
};

/** What a request says, in the order in which one who is about to call wants to know it. */
export const summaryOf = (request: FormSubmission, around: Around): Part[] =>
  [
    { title: 'Who, and how to reach them', lines: reach(request, around) },
    { title: 'What they ask for', lines: asks(request, around) },
    { title: 'When and where', lines: came(request, around) },
  ].map(({ title, lines }) => ({ title, lines: lines.filter(({ value }) => value !== '') }));

const reach = (request: FormSubmission, { zone, reachable, served }: Around): Line[] => [
  { label: 'Name', value: request.name ?? '' },
  { label: 'Contact wishes', value: request.contactWishes ?? '', first: true },
  phoneLine(request, reachable, served),
  emailLine(request, reachable),
  { label: 'Expects', value: CONTACT_WAY_LABELS[request.preferredContact] },
  {
    label: 'Best time to call',
    value: bestTime(request, zone),
    more: theirZone(request.timeZone, zone),
  },
  {
    label: 'Voicemail',
    value: request.voicemail ? 'A voicemail may be left' : 'Leave no voicemail',
  },
];

function phoneLine(
  { phone, phoneE164 }: FormSubmission,
  reachable: boolean,
  served: readonly CountryCode[],
): Line {
  const typed = phone ?? '';
  const more = phoneE164 && phoneE164 !== typed ? phoneE164 : undefined;
  const concern = phoneE164 ? concernAbout(phoneE164, served) : undefined;
  return {
    label: 'Phone',
    value: typed,
    href: reachable ? telHref(typed) : undefined,
    more,
    warning: concern && NUMBER_WARNINGS[concern],
  };
}

function emailLine({ email, normalizedEmail }: FormSubmission, reachable: boolean): Line {
  const typed = email ?? '';
  const more = normalizedEmail && normalizedEmail !== typed ? normalizedEmail : undefined;
  return { label: 'Email', value: typed, href: reachable ? mailHref(typed) : undefined, more };
}

function bestTime({ bestTime: time }: FormSubmission, zone: string): string {
  if (!time) return '';
  const words = BEST_TIME_LABELS[time];
  return time === 'any' ? words : `${words}, ${zoneName(zone, DEFAULT_LOCALE)}`;
}

const theirZone = (theirs: string | null | undefined, ours: string): string | undefined =>
  theirs && zoneName(theirs, DEFAULT_LOCALE) !== zoneName(ours, DEFAULT_LOCALE)
    ? `Their device is set to ${zoneName(theirs, DEFAULT_LOCALE)}.`
    : undefined;

const asks = (request: FormSubmission, { zone, invitation, sameTime }: Around): Line[] => [
  {
    label: 'Request',
    value: KIND_LABELS[request.kind],
    more: invitation === KIND_LABELS[request.kind] ? undefined : `Answered “${invitation}”`,
  },
  ...(request.slot
    ? [
        {
          label: 'Time chosen',
          ...slotInWords(request.slot, zone, request.timeZone),
          warning: sameTimeInWords(sameTime),
        },
      ]
    : []),
  { label: 'Message', value: request.message ?? '' },
  ...(request.answers ?? []).map((answer) => ({
    label: answer.label,
    value: answerInWords(answer),
  })),
];

const sameTimeInWords = (references: readonly string[]): string | undefined =>
  references.length > 0
    ? `More requests are open for this time than there can be calls: ${references.join(', ')}.`
    : undefined;

type Answer = NonNullable<FormSubmission['answers']>[number];

/** An answer to a question that an editor added. */
export const answerInWords = ({ type, values }: Pick<Answer, 'type' | 'values'>): string => {
  const given = values ?? [];
  return type === 'yes-no' ? given.map(yesOrNo).join('') : given.join('\n');
};

const yesOrNo = (value: string) => (value === 'yes' ? 'Yes' : 'No');

/** A chosen time in the Site's zone and, where it is another one, in the visitor's. */
export function slotInWords(
  slot: string,
  zone: string,
  theirs: string | null | undefined,
): Pick<Line, 'value' | 'more'> {
  const here = span(new Date(slot), zone);
  const there = theirs ? span(new Date(slot), theirs) : here;
  return { value: here, more: there === here ? undefined : `For the visitor: ${there}` };
}

function span(start: Date, zone: string): string {
  const end = new Date(start.getTime() + CALL_MINUTES * 60_000);
  const [from, to] = [start, end].map((at) => timeInWords(at, zone, DEFAULT_LOCALE));
  return `${dayInWords(start, zone, DEFAULT_LOCALE)}, ${from} to ${to} ${zoneName(zone, DEFAULT_LOCALE)}`;
}

const came = (request: FormSubmission, { zone }: Around): Line[] => [
  { label: 'Reference', value: request.reference },
  { label: 'Received', value: momentInWords(new Date(request.receivedAt), zone, DEFAULT_LOCALE) },
  {
    label: 'Promised by',
    value: request.dueAt ? momentInWords(new Date(request.dueAt), zone, DEFAULT_LOCALE) : '',
  },
  // Only a page of this site is a link: what was stored once may be anything.
  { label: 'Sent from', value: request.page ?? '', href: addressIn(request.page)?.path },
];
