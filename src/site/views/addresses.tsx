import { DEFAULT_LOCALE, LOCALE_FOLDERS, LOCALES } from '#domain/locales.ts';

/**
 * The one address of a page, and those in each language: a page names itself too, or search engines
 * take no notice. Elements, not a component: Next's head takes nothing else.
 */
export function addresses(origin: string, path: string) {
  const languages = [
    ...LOCALES.map((locale) => [locale, LOCALE_FOLDERS[locale]]),
    ['x-default', LOCALE_FOLDERS[DEFAULT_LOCALE]],
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
