import type { BlockView } from '#content/blocks/block-view.ts';
import { ShortRichText } from '#content/blocks/short-rich-text.tsx';
import type { QuestionsAndAnswersBlock } from '#payload-types.ts';
import styles from './styles.module.css';

/** Questions with their answers, not collapsed: visitors can search and print them without a tap. */
export const QuestionsAndAnswers = ({
  heading,
  items,
  anchor,
}: BlockView<QuestionsAndAnswersBlock>) => (
  <section className={styles.block}>
    <h2 id={anchor}>{heading}</h2>
    <div className={styles.questions}>
      {items.map(({ question, answer }) => (
        <div className={styles.item} key={question}>
          <h3 className={styles.question}>{question}</h3>
          <ShortRichText body={answer} />
        </div>
      ))}
    </div>
  </section>
);
