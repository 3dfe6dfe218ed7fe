import type { Shown } from '#blocks/shown.ts';
import { Way } from '#components/way.tsx';
import type { TreatmentPathwayBlock } from '#payload-types.ts';
import styles from './styles.module.css';

/** All stages of treatment as one way, those that the page speaks of marked. */
export const TreatmentPathway = ({
  heading,
  introduction,
  stations,
}: Shown<TreatmentPathwayBlock>) =>
  stations.length > 0 && (
    <section className={styles.pathway}>
      <h2>{heading}</h2>
      {introduction && <p className={styles.introduction}>{introduction}</p>}
      <Way
        here="You are reading about this stage"
        stations={stations.map(({ title, href, summary, usualDuration, present }) => ({
          title,
          href,
          text: summary,
          facts: [{ term: 'Usual length', description: usualDuration }],
          present,
        }))}
      />
    </section>
  );
