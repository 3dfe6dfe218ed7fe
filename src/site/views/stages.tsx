import type { PathwayStage } from '#domain/view-models.ts';
import { Pathway } from '#ui/pathway.tsx';
import { factsOf } from '#ui/stage-facts.ts';
import styles from './text-page.module.css';

/** The whole way, each stage with what it is and how long it takes. */
export const StagesPage = ({ stations }: { stations: PathwayStage[] }) => (
  <div className={styles.text}>
    <h1>The way, stage by stage</h1>
    <p className={styles.lead}>
      Care can have several stages. People come in at different points, and not everyone needs each
      of them. Start where you are.
    </p>
    <Pathway
      stations={stations.map((station) => ({
        title: station.title,
        href: station.href,
        text: station.summary,
        facts: factsOf(station),
      }))}
    />
  </div>
);
