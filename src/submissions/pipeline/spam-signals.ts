import type { SpamSignal } from '#domain/spam-signals.ts';

/**
 * What each finding weighs. Those of a single point only lower the trust: whoever browses without
 * scripts, from a page that a cache kept, behind a proxy that hides where the form was, is a person all
 * the same.
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
  // Each of these marks by itself: somebody looks before money is spent on a call.
  'number-costly': 4,
  'number-abroad': 4,
  'number-toll-free': 4,
};

/** From here on a request is marked: more than all that only lowers the trust weighs together. */
const MARKED_FROM = 4;

/** The findings, if they weigh enough to mark a request; none otherwise. */
export const spamSignals = (found: readonly SpamSignal[]): SpamSignal[] =>
  found.reduce((sum, one) => sum + WEIGHTS[one], 0) >= MARKED_FROM ? [...found] : [];

/** What a visitor wrote in words of their own. */
export interface Written {
  name?: string;
  /** The message, and the answers to an editor's questions for text. */
  texts: readonly string[];
}

const LINK =
  /https?:\/\/|www\.|[\w-]\.(?:com|net|org|info|biz|ru|cn|xyz|top|shop|online|site|click|link)\b/i;

/** A link to write to somebody is none to follow. */
const MAIL = /^(?!.*\/\/)\S+@/;

const MARKUP =
  /<(?:a\s[^<]*\bhref\b|(?:script|iframe|img|style|div|span|h[1-6])\b[^<]*>)|\[(?:url|link|img)\b[^[]*\]|javascript:/i;

const MANY_LINKS = 3;

/** Shorter texts are the same by chance: two answers can both be “myself”. */
const SHORTEST_TEXT = 12;

/**
 * What is suspicious in the words themselves. People in distress write in capitals, without spaces and
 * in any language, and one of them sends a link to a clinic: none of that counts.
 */
export function textSignals({ name = '', texts }: Written): SpamSignal[] {
  const all = [name, ...texts];
  const found: [SpamSignal, boolean][] = [
    ['link-in-name', linksIn(name) > 0],
    ['markup', all.some((text) => MARKUP.test(text))],
    ['many-links', texts.reduce((sum, text) => sum + linksIn(text), 0) >= MANY_LINKS],
    ['same-text', isRepeated(all)],
  ];
  return found.filter(([, is]) => is).map(([suspicion]) => suspicion);
}

/** Word by word, so that no text takes long to read. */
const linksIn = (text: string): number =>
  text.split(/\s+/).filter((word) => LINK.test(word) && !MAIL.test(word)).length;

function isRepeated(texts: readonly string[]): boolean {
  const long = texts.map((text) => text.trim().toLowerCase());
  const counted = long.filter(({ length }) => length >= SHORTEST_TEXT);
  return new Set(counted).size < counted.length;
}
