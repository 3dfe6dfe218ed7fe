import type { BreadcrumbList } from 'schema-dts';
import type { LinkView } from '#domain/view-models.ts';

/** The pages above a page, as its breadcrumbs show them. */
export const trailThing = (trail: readonly LinkView[], origin: string): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ label, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    item: `${origin}${href}`,
  })),
});
