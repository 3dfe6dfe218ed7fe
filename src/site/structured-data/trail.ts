import type { BreadcrumbList } from 'schema-dts';
import type { ShownLink } from '#domain/shown.ts';

/** The pages above a page, as its breadcrumbs show them. */
export const trailThing = (trail: readonly ShownLink[], origin: string): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ label, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    item: `${origin}${href}`,
  })),
});
