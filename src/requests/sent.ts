import { Refused } from './refused.ts';

/** A request as it was sent, in one shape for both doors; nothing in it is checked yet. */
export interface Sent {
  /** The request as the JSON door documents it. */
  request: Record<string, unknown>;
  /** The key under which this is the same request, however often it is sent. */
  key?: string;
}

/** What a form was filled in with, by the names of its fields. */
export type Typed = Record<string, string | string[]>;

/** Names that a form uses for what is no answer. */
const BESIDE = [
  'key',
  'step',
  'from',
  'locale',
  'timeZone',
  'voicemail',
  'consent',
  'consentText',
  'consentVersion',
];

/** Reads a form post; a name that comes more than once has a list. */
export function typedIn(body: string): Typed {
  const typed: Typed = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const before = Object.hasOwn(typed, name) ? typed[name] : undefined;
    const after = before === undefined ? value : [before, value].flat();
    Object.defineProperty(typed, name, {
      value: after,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return typed;
}

/** Brings a form post into the shape of the JSON door. Empty fields count as not filled in. */
export function fromForm(typed: Typed, callToAction: string): Sent {
  const answers = Object.entries(typed).filter(
    ([name, value]) => !BESIDE.includes(name) && value.length > 0,
  );
  const version = Number(typed.consentVersion);
  const consent = typed.consentText
    ? { text: typed.consentText, version, given: typed.consent === 'yes' }
    : undefined;
  return {
    key: keyIn(typed.key),
    request: {
      callToAction,
      answers: Object.fromEntries(answers),
      consent,
      voicemail: typed.voicemail === 'yes',
      page: typed.from || undefined,
      locale: typed.locale || undefined,
      timeZone: typed.timeZone || undefined,
    },
  };
}

/**
 * Reads a post to the JSON door.
 * @throws Refused `malformed`
 */
export function fromJson(body: string, key: string | string[] | undefined): Sent {
  let request: unknown;
  try {
    request = JSON.parse(body);
  } catch {
    throw new Refused('malformed');
  }
  if (typeof request !== 'object' || request === null || Array.isArray(request)) {
    throw new Refused('malformed');
  }
  return { key: keyIn(key), request: request as Sent['request'] };
}

const KEY = /^[\w-]{16,64}$/;

const keyIn = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' && KEY.test(value) ? value : undefined;
