/** Placeholders in a wording, like `{brand}`: the publisher's name and links to two pages. */
const WORDING_PLACEHOLDERS = ['brand', 'terms', 'privacy'] as const;
type WordingPlaceholder = (typeof WORDING_PLACEHOLDERS)[number];

export interface WordingContext {
  brand: string;
  /** Public origin, like `https://example.org`. */
  origin: string;
}

/** A part of a wording with its placeholders filled in: text, or a link if it has a path. */
export interface WordingPart {
  text: string;
  path?: string;
}

const LINKS: Record<Exclude<WordingPlaceholder, 'brand'>, Required<WordingPart>> = {
  terms: { text: 'terms of use', path: '/terms' },
  privacy: { text: 'privacy policy', path: '/privacy' },
};

/** What the law or the carriers' rules require in a wording about text messages, and the message if it is missing. */
const REQUIREMENTS: readonly [pattern: RegExp, message: string][] = [
  [/\{brand\}/, 'Name who sends the messages: write {brand}'],
  [/messages?(?! and data rates)/i, 'Say that messages will be sent, what for and how often'],
  [/message and data rates may apply/i, 'Say that “message and data rates may apply”'],
  [/\bSTOP\b/, 'Say how to end the messages: reply STOP'],
  [/\bHELP\b/, 'Say how to get help: reply HELP'],
  [/not a condition/i, 'Say that agreeing is not a condition of treatment'],
  [/\{terms\}/, 'Link to the terms of use: write {terms}'],
  [/\{privacy\}/, 'Link to the privacy policy: write {privacy}'],
];

/**
 * Returns messages for the editor about what a wording lacks, or an empty list if it lacks nothing.
 *
 * Sources: 47 CFR 64.1200 (prior express consent); CTIA Messaging Principles and Best Practices, 5.1.
 */
export const findWordingProblems = (wording: string): string[] =>
  REQUIREMENTS.filter(([pattern]) => !pattern.test(wording)).map(([, message]) => message);

/** Returns the parts of a wording with its placeholders filled in. */
export function fillInWording(wording: string, brand: string): WordingPart[] {
  return wording
    .split(/(\{(?:brand|terms|privacy)\})/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '{brand}') return { text: brand };
      if (part === '{terms}') return LINKS.terms;
      if (part === '{privacy}') return LINKS.privacy;
      return { text: part };
    });
}

/** Returns the wording exactly as shown, as one line to be stored as evidence. The URL of a link follows its text. */
export const renderWordingAsText = (wording: string, { brand, origin }: WordingContext): string =>
  fillInWording(wording, brand)
    .map(({ text, path }) => (path ? `${text} (${origin}${path})` : text))
    .join('');
