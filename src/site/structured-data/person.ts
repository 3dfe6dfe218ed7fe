import type { ProfilePage } from 'schema-dts';
import type { SiteLayout } from '#domain/site-layout.ts';
import type { PersonView } from '#domain/view-models.ts';
import { siteThing } from './site.ts';

/** What the page of a person says to programs. */
export function personThing(
  { name, role, portrait }: PersonView,
  path: string,
  frame: SiteLayout,
): ProfilePage {
  const url = `${frame.origin}${path}`;
  return {
    '@type': 'ProfilePage',
    '@id': url,
    url,
    inLanguage: frame.locale,
    isPartOf: siteThing(frame),
    mainEntity: {
      '@type': 'Person',
      name,
      jobTitle: role,
      url,
      ...(portrait && { image: `${frame.origin}${portrait.src}` }),
    },
  };
}
