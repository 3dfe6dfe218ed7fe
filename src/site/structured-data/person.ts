import type { ProfilePage } from 'schema-dts';
import type { SiteLayout } from '#domain/site-layout.ts';
import type { PersonView } from '#domain/view-models.ts';
import { siteJsonLd } from './site.ts';

/** Describes the page of a person as JSON-LD. */
export function personJsonLd(
  { name, role, portrait }: PersonView,
  path: string,
  siteLayout: SiteLayout,
): ProfilePage {
  const url = `${siteLayout.origin}${path}`;
  return {
    '@type': 'ProfilePage',
    '@id': url,
    url,
    inLanguage: siteLayout.locale,
    isPartOf: siteJsonLd(siteLayout),
    mainEntity: {
      '@type': 'Person',
      name,
      jobTitle: role,
      url,
      ...(portrait && { image: `${siteLayout.origin}${portrait.src}` }),
    },
  };
}
