import { RichText } from '#content/blocks/rich-text.tsx';
import type { PageView } from '#domain/view-models.ts';
import styles from './text-page.module.css';

/** A document of the collection `pages`, like about, privacy or contact. */
export const ContentPage = ({ page: { title, summary, body } }: { page: PageView }) => (
  <div className={styles.text}>
    <h1>{title}</h1>
    <p className={styles.lead}>{summary}</p>
    <RichText body={body} />
  </div>
);
