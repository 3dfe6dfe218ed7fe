import type { Locale } from '#domain/locales.ts';
import { en } from './languages/en.ts';

/** Search settings of a language. To add a language, add a file of words and list it below. */
export interface Language {
  /** FTS5 tokenizer with its arguments, which splits texts into words and stems them (SQLite FTS5, section 4.3). */
  tokenizer: string;
  /** Words without meaning for a search, separated by spaces. */
  stopWords: string;
  /**
   * Everyday words, separated by commas, and the alternatives that articles use for them; all words of an
   * alternative must match. Compared by stems. Never shown: visible texts are person-first.
   */
  synonyms: Record<string, string[]>;
  /** Synonyms that suggest that somebody may be in danger: the page of results then starts with the crisis lines. */
  crisisSynonyms: Record<string, string[]>;
}

/** Search settings by locale. */
export const LANGUAGES: Record<Locale, Language> = { en };
