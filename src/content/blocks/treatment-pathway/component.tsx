import type { Shown } from '#content/blocks/block-view.ts';
import type { TreatmentPathwayBlock } from '#payload-types.ts';
import { Pathway } from '#ui/pathway.tsx';
import { factsOf } from '#ui/stage-facts.ts';
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
      <Pathway
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
