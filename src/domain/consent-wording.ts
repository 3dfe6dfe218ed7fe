/** What a wording may leave to the page: the publisher's name and the links to the two pages. */
const WORDING_MARKS = ['brand', 'terms', 'privacy'] as const;
type Mark = (typeof WORDING_MARKS)[number];

export interface WordingContext {
  brand: string;
  /** Public origin, like `https://example.org`. */
  origin: string;
}

/** A piece of a wording as it is shown: words, or words that link to a page. */
export interface WordingPart {
  text: string;
  path?: string;
}

const LINKS: Record<Exclude<Mark, 'brand'>, Required<WordingPart>> = {
  terms: { text: 'terms of use', path: '/terms' },
  privacy: { text: 'privacy policy', path: '/privacy' },
};

/** What a wording about text messages must say, by law or by the carriers' rules, and how to mend it. */
const REQUIRED: readonly [pattern: RegExp, mend: string][] = [
  [/\{brand\}/, 'Name who sends the messages: write {brand}'],
  [/messages?/i, 'Say that messages will be sent, what for and how often'],
  [/message and data rates may apply/i, 'Say that “message and data rates may apply”'],
  [/\bSTOP\b/, 'Say how to end the messages: reply STOP'],
  [/\bHELP\b/, 'Say how to get help: reply HELP'],
  [/not a condition/i, 'Say that agreeing is not a condition of treatment'],
  [/\{terms\}/, 'Link to the terms of use: write {terms}'],
  [/\{privacy\}/, 'Link to the privacy policy: write {privacy}'],
];

/**
 * What is missing in a wording, in words for the one who writes it; empty if nothing is.
 *
 * Sources: 47 CFR 64.1200 (prior express consent); CTIA Messaging Principles and Best Practices, 5.1.
 */
export const missingInWording = (wording: string): string[] =>
  REQUIRED.filter(([pattern]) => !pattern.test(wording)).map(([, mend]) => mend);

/** The wording in pieces, its marks filled in. */
export function wordingParts(wording: string, brand: string): WordingPart[] {
  return wording
    .split(/(\{(?:brand|terms|privacy)\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '{brand}') return { text: brand };
      if (piece === '{terms}') return LINKS.terms;
      if (piece === '{privacy}') return LINKS.privacy;
      return { text: piece };
    });
}

/** The wording exactly as shown, as one line of evidence: a link is followed by its address. */
export const wordingAsShown = (wording: string, { brand, origin }: WordingContext): string =>
  wordingParts(wording, brand)
    .map(({ text, path }) => (path ? `${text} (${origin}${path})` : text))
    .join('');
