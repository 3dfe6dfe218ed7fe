import { Fragment } from 'react';
import type { ShownLink } from '#domain/shown.ts';

/** Links in a sentence, with commas between them. */
export const LinkList = ({ links }: { links: readonly ShownLink[] }) =>
  links.map(({ label, href }, index) => (
    <Fragment key={href}>
      {index > 0 && ', '}
      <a href={href}>{label}</a>
    </Fragment>
  ));
