/** Languages of the content. The first is the fallback. */
export const LOCALES = ['en'] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = LOCALES[0];

/** BCP 47 tags for formatting dates, times and numbers. */
export const LANGUAGE_TAGS: Record<Locale, string> = { en: 'en-US' };

export const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English' };

/** Path prefix of the pages of each language. */
export const LOCALE_PATH_PREFIXES: Record<Locale, string> = { en: '' };
