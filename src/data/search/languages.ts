import type { Locale } from '#domain/locales.ts';
import { en } from './words/en.ts';

/** How a language is searched. Another language is a file of words and a line below. */
export interface Language {
  /** How SQLite cuts a text into words and takes them back to their stems (FTS5, 4.3). */
  tokenizer: string;
  /** Words that stand in every text and tell nothing of what is looked for; spaces between them. */
  fillers: string;
  /**
   * What people say, with commas between, and what articles say for it: any of these, all words of one. Matched by
   * stems. Nobody sees them: what we show is person-first.
   */
  sayings: Record<string, string[]>;
  /** Sayings of somebody who may be in danger, or is with somebody who is: whom to call is said before all else. */
  dangers: Record<string, string[]>;
}

export const LANGUAGES: Record<Locale, Language> = { en };
