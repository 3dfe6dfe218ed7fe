import type { SectionView } from '#domain/view-models.ts';
import { Details } from '#ui/details.tsx';
import styles from './table-of-contents.module.css';

/** A shorter article needs no table of contents: readers see all of it by scrolling once. */
const MIN_SECTIONS = 4;

/** Links to the sections of a long text: folded above it, or in a rail beside it on wide screens. */
export const TableOfContents = ({ sections }: { sections: readonly SectionView[] }) =>
  sections.length >= MIN_SECTIONS && (
    <nav className={styles.contents} aria-label="On this page">
      <Details title="On this page">
        <SectionLinks sections={sections} />
      </Details>
      <div className={styles.rail}>
        <p className={styles.heading}>On this page</p>
        <SectionLinks sections={sections} />
      </div>
    </nav>
  );

const SectionLinks = ({ sections }: { sections: readonly SectionView[] }) => (
  <ol className={styles.parts}>
    {sections.map(({ id, title }) => (
      <li key={id}>
        <a href={`#${id}`}>{title}</a>
      </li>
    ))}
  </ol>
);
