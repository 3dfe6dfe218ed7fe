import type { SpamSignal } from '#domain/spam-signals.ts';

/**
 * The score of each signal. Signals of one point are weak: a person may browse without scripts, from a cached
 * page, behind a proxy that hides the origin.
 */
const WEIGHTS: Record<SpamSignal, number> = {
  'hidden-box': 4,
  'proof-used': 4,
  'many-of-contact': 4,
  'many-times': 4,
  'link-in-name': 4,
  markup: 4,
  'many-links': 3,
  'same-text': 2,
  'too-fast': 2,
  'no-stamp': 1,
  'no-proof': 1,
  'no-origin': 1,
  // Each of these is enough alone: a person decides before a call costs money.
  'number-costly': 4,
  'number-abroad': 4,
  'number-toll-free': 4,
};

/** A submission is marked as spam from this score on. It exceeds the three weak signals combined. */
const SPAM_THRESHOLD = 4;

/** Returns the signals if their scores add up to spam, and none otherwise. */
export const signalsAboveThreshold = (signals: readonly SpamSignal[]): SpamSignal[] =>
  signals.reduce((score, signal) => score + WEIGHTS[signal], 0) >= SPAM_THRESHOLD
    ? [...signals]
    : [];

/** The parts of a submission in the visitor's own words. */
export interface FreeText {
  name?: string;
  /** The message, and the answers to an editor's questions for text. */
  texts: readonly string[];
}

const LINK =
  /https?:\/\/|www\.|[\w-]\.(?:com|net|org|info|biz|ru|cn|xyz|top|shop|online|site|click|link)\b/i;

/** An email address is not a link. */
const EMAIL_ADDRESS = /^(?!.*\/\/)\S+@/;

const MARKUP =
  /<(?:a\s[^<]*\bhref\b|(?:script|iframe|img|style|div|span|h[1-6])\b[^<]*>)|\[(?:url|link|img)\b[^[]*\]|javascript:/i;

const MANY_LINKS = 3;

/** Shorter texts can be equal by chance: two answers can both be “myself”. */
const MIN_COMPARED_LENGTH = 12;

/**
 * Finds the spam signals in the text itself. People in distress write in capitals, without spaces and in any
 * language, and some send a link to a clinic: none of that is a signal.
 */
export function findTextSignals({ name = '', texts }: FreeText): SpamSignal[] {
  const all = [name, ...texts];
  const checks: [SpamSignal, boolean][] = [
    ['link-in-name', countLinks(name) > 0],
    ['markup', all.some((text) => MARKUP.test(text))],
    ['many-links', texts.reduce((sum, text) => sum + countLinks(text), 0) >= MANY_LINKS],
    ['same-text', hasRepeatedText(all)],
  ];
  return checks.filter(([, applies]) => applies).map(([signal]) => signal);
}

/** Tests word by word, so that the regular expressions stay fast on any text. */
const countLinks = (text: string): number =>
  text.split(/\s+/).filter((word) => LINK.test(word) && !EMAIL_ADDRESS.test(word)).length;

function hasRepeatedText(texts: readonly string[]): boolean {
  const normalized = texts.map((text) => text.trim().toLowerCase());
  const compared = normalized.filter(({ length }) => length >= MIN_COMPARED_LENGTH);
  return new Set(compared).size < compared.length;
}
