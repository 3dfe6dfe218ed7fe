import { Fragment } from 'react';
import type { LinkView } from '#domain/view-models.ts';

/** Links in a sentence, separated by commas. */
export const LinkList = ({ links }: { links: readonly LinkView[] }) =>
  links.map(({ label, href }, index) => (
    <Fragment key={href}>
      {index > 0 && ', '}
      <a href={href}>{label}</a>
    </Fragment>
  ));
