import { DEFAULT_LOCALE, LOCALE_PATH_PREFIXES, LOCALES } from '#domain/locales.ts';

/**
 * Returns the canonical link of a page and its language alternates, which must include the page itself, or search
 * engines ignore them. Returns elements and is no component, because Next's head accepts nothing else.
 */
export function canonicalLinks(origin: string, path: string) {
  const languages = [
    ...LOCALES.map((locale) => [locale, LOCALE_PATH_PREFIXES[locale]]),
    ['x-default', LOCALE_PATH_PREFIXES[DEFAULT_LOCALE]],
  ];
  return (
    <>
      <link rel="canonical" href={origin + path} />
      {languages.map(([language, folder]) => (
        <link key={language} rel="alternate" hrefLang={language} href={origin + folder + path} />
      ))}
    </>
  );
}
