/** What a form was filled in with, by the names of its controls. */
export type Typed = Record<string, string | string[]>;

/** The names under which a form sends what is no answer. */
export const BESIDE = {
  /** The key under which this is the same request, however often it is sent. */
  key: 'key',
  /** Set where this is not the whole form yet. */
  step: 'step',
  /** The page on which the visitor met the form. */
  from: 'from',
  locale: 'locale',
  timeZone: 'timeZone',
  voicemail: 'voicemail',
  receiptByMail: 'receiptByMail',
  consent: 'consent',
  consentText: 'consentText',
  consentVersion: 'consentVersion',
  /** A box that people cannot see: who fills it in is a program. */
  website: 'website',
  /** The stamp of the page's rendering. */
  rendered: 'rendered',
  /** The proof of work that a script has done. */
  proof: 'proof',
} as const;

/** What speaks for or against a request and is no part of it. */
const SIGNALS = [BESIDE.website, BESIDE.rendered, BESIDE.proof] as const;

/** The step of a form that asks for the contact only and leads to the whole form. */
export const FIRST_STEP = 'contact';

const beside: readonly string[] = Object.values(BESIDE);

/** What a form holds, from its controls in order; a name that comes more than once has a list. */
export function typedIn(entries: Iterable<[name: string, value: string]>): Typed {
  const typed = new Map<string, string | string[]>();
  for (const [name, value] of entries) {
    const before = typed.get(name);
    typed.set(name, before === undefined ? value : [before, value].flat());
  }
  // Not by assignment: a control could be named like something that every object has.
  return Object.fromEntries(typed);
}

/** True if a form was sent with anything in it. */
export const isFilledIn = (typed: Typed): boolean => Object.keys(typed).length > 0;

/** All values under this name, in their order. */
export const valuesOf = (typed: Typed, name: string): string[] =>
  Object.hasOwn(typed, name) ? [typed[name] ?? []].flat() : [];

/** The first value under this name, for controls that hold one. */
export const firstOf = (typed: Typed, name: string): string | undefined => valuesOf(typed, name)[0];

/** What was typed as the JSON door documents a request. Empty fields count as not filled in. */
export function submissionIn(typed: Typed, callToAction: string): Record<string, unknown> {
  const answers = Object.entries(typed).filter(
    ([name, value]) => !beside.includes(name) && value.length > 0,
  );
  const version = Number(typed[BESIDE.consentVersion]);
  const text = typed[BESIDE.consentText];
  return {
    callToAction,
    answers: Object.fromEntries(answers),
    consent: text ? { text, version, given: typed[BESIDE.consent] === 'yes' } : undefined,
    voicemail: typed[BESIDE.voicemail] === 'yes',
    receiptByMail: typed[BESIDE.receiptByMail] === 'yes',
    page: typed[BESIDE.from] || undefined,
    locale: typed[BESIDE.locale] || undefined,
    timeZone: typed[BESIDE.timeZone] || undefined,
    signals: signalsIn(typed),
  };
}

function signalsIn(typed: Typed): Record<string, string> | undefined {
  const given = SIGNALS.map((name) => [name, firstOf(typed, name)]).filter(([, value]) => value);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}
