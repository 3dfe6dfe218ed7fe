import type { Station } from '#domain/shown.ts';
import { factsOf } from '#ui/stage-facts.ts';
import { Way } from '#ui/way.tsx';
import styles from './text-page.module.css';

/** The whole way, each stage with what it is and how long it takes. */
export const StagesView = ({ stations }: { stations: Station[] }) => (
  <div className={styles.text}>
    <h1>The way, stage by stage</h1>
    <p className={styles.lead}>
      Care can have several stages. People come in at different points, and not everyone needs each
      of them. Start where you are.
    </p>
    <Way
      stations={stations.map((station) => ({
        title: station.title,
        href: station.href,
        text: station.summary,
        facts: factsOf(station),
      }))}
    />
  </div>
);
