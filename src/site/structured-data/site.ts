import type { Organization, WebSite } from 'schema-dts';
import type { SiteLayout } from '#domain/site-layout.ts';

type About = Pick<SiteLayout, 'siteName' | 'origin' | 'locale' | 'phoneLine'>;

/** The site as a whole, by the name that stands at its top. */
export const siteThing = ({ siteName, origin, locale }: About): WebSite => ({
  '@type': 'WebSite',
  '@id': `${origin}/#site`,
  name: siteName,
  url: `${origin}/`,
  inLanguage: locale,
});

/** Who publishes it, and the phone line that stands at its top. */
export const publisherThing = ({ siteName, origin, phoneLine }: About): Organization => ({
  '@type': 'Organization',
  '@id': `${origin}/#publisher`,
  name: siteName,
  url: `${origin}/`,
  ...(phoneLine && { telephone: phoneLine.label }),
});
