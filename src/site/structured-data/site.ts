import type { Organization, WebSite } from 'schema-dts';
import type { SiteLayout } from '#domain/site-layout.ts';

type SiteIdentity = Pick<SiteLayout, 'siteName' | 'origin' | 'locale' | 'phoneLine'>;

/** Describes the site as a whole as JSON-LD, by the name in its header. */
export const siteJsonLd = ({ siteName, origin, locale }: SiteIdentity): WebSite => ({
  '@type': 'WebSite',
  '@id': `${origin}/#site`,
  name: siteName,
  url: `${origin}/`,
  inLanguage: locale,
});

/** Describes the publisher as JSON-LD, with the phone line in the header. */
export const publisherJsonLd = ({ siteName, origin, phoneLine }: SiteIdentity): Organization => ({
  '@type': 'Organization',
  '@id': `${origin}/#publisher`,
  name: siteName,
  url: `${origin}/`,
  ...(phoneLine && { telephone: phoneLine.label }),
});
