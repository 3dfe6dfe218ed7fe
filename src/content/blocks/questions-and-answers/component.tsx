import type { Shown } from '#content/blocks/block-view.ts';
import { Words } from '#content/blocks/words.tsx';
import type { QuestionsAndAnswersBlock } from '#payload-types.ts';
import styles from './styles.module.css';

/** Questions with their answers, all in sight: they can be searched, printed, and need no tap. */
export const QuestionsAndAnswers = ({
  heading,
  items,
  anchor,
}: Shown<QuestionsAndAnswersBlock>) => (
  <section className={styles.block}>
    <h2 id={anchor}>{heading}</h2>
    <div className={styles.questions}>
      {items.map(({ question, answer }) => (
        <div className={styles.item} key={question}>
          <h3 className={styles.question}>{question}</h3>
          <Words body={answer} />
        </div>
      ))}
    </div>
  </section>
);
