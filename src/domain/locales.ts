/** The languages that content is kept in; the first is the one a page falls back to. */
export const LOCALES = ['en'] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = LOCALES[0];

/** BCP 47 tags by which dates, times and numbers are written. */
export const LANGUAGE_TAGS: Record<Locale, string> = { en: 'en-US' };

export const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English' };

/** Where the pages of each language stand: below this. */
export const LOCALE_FOLDERS: Record<Locale, string> = { en: '' };
