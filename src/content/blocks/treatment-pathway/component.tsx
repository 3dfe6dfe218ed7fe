import type { BlockView } from '#content/blocks/block-view.ts';
import type { TreatmentPathwayBlock } from '#payload-types.ts';
import { Pathway } from '#ui/pathway.tsx';
import { listStageFacts } from '#ui/stage-facts.ts';
import styles from './styles.module.css';

/** The pathway of all treatment stages; marks the stages that the page is about. */
export const TreatmentPathway = ({
  heading,
  introduction,
  stages,
  anchor,
}: BlockView<TreatmentPathwayBlock>) =>
  stages.length > 0 && (
    <section className={styles.pathway}>
      <h2 id={anchor}>{heading}</h2>
      {introduction && <p className={styles.introduction}>{introduction}</p>}
      <Pathway
        collapsible
        currentLabel="You are reading about this stage"
        steps={stages.map((stage) => ({
          title: stage.title,
          href: stage.href,
          text: stage.summary,
          facts: listStageFacts(stage),
          isCurrent: stage.isCurrent,
        }))}
      />
    </section>
  );
