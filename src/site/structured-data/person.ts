import type { ProfilePage } from 'schema-dts';
import type { Frame } from '#domain/frame.ts';
import type { ShownPerson } from '#domain/shown.ts';
import { siteThing } from './site.ts';

/** What the page of a person says to programs. */
export function personThing(
  { name, role, portrait }: ShownPerson,
  path: string,
  frame: Frame,
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
