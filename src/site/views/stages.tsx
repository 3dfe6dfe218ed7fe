import type { PathwayStage } from '#domain/view-models.ts';
import { Pathway } from '#ui/pathway.tsx';
import { listStageFacts } from '#ui/stage-facts.ts';
import styles from './text-page.module.css';

/** The page of the whole pathway, with the facts of each stage. */
export const StagesPage = ({ pathway }: { pathway: PathwayStage[] }) => (
  <div className={styles.text}>
    <h1>The way, stage by stage</h1>
    <p className={styles.lead}>
      Care can have several stages. People come in at different points, and not everyone needs each
      of them. Start where you are.
    </p>
    <Pathway
      steps={pathway.map((stage) => ({
        title: stage.title,
        href: stage.href,
        text: stage.summary,
        facts: listStageFacts(stage),
      }))}
    />
  </div>
);
