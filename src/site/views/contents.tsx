import type { Section } from '#domain/view-models.ts';
import { Fold } from '#ui/fold.tsx';
import styles from './contents.module.css';

/** With fewer parts a reader sees the whole by scrolling once. */
const ENOUGH = 4;

/** The parts of a long text: a list that opens above it, or a rail beside it where there is room. */
export const Contents = ({ sections }: { sections: readonly Section[] }) =>
  sections.length >= ENOUGH && (
    <nav className={styles.contents} aria-label="On this page">
      <Fold title="On this page">
        <Parts sections={sections} />
      </Fold>
      <div className={styles.rail}>
        <p className={styles.heading}>On this page</p>
        <Parts sections={sections} />
      </div>
    </nav>
  );

const Parts = ({ sections }: { sections: readonly Section[] }) => (
  <ol className={styles.parts}>
    {sections.map(({ id, title }) => (
      <li key={id}>
        <a href={`#${id}`}>{title}</a>
      </li>
    ))}
  </ol>
);
