import type { Shown } from '#content/blocks/shown.ts';
import type { TreatmentPathwayBlock } from '#payload-types.ts';
import { factsOf } from '#ui/stage-facts.ts';
import { Way } from '#ui/way.tsx';
import styles from './styles.module.css';

/** All stages of treatment as one way, those that the page speaks of marked. */
export const TreatmentPathway = ({
  heading,
  introduction,
  stations,
  anchor,
}: Shown<TreatmentPathwayBlock>) =>
  stations.length > 0 && (
    <section className={styles.pathway}>
      <h2 id={anchor}>{heading}</h2>
      {introduction && <p className={styles.introduction}>{introduction}</p>}
      <Way
        opens
        here="You are reading about this stage"
        stations={stations.map((station) => ({
          title: station.title,
          href: station.href,
          text: station.summary,
          facts: factsOf(station),
          present: station.present,
        }))}
      />
    </section>
  );
