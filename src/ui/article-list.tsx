import styles from './article-list.module.css';

interface ArticleListItem {
  title: string;
  summary: string;
  href: string;
  stages: readonly string[];
}

interface ArticleListProps {
  articles: readonly ArticleListItem[];
  /** Heading level of the titles: one below the heading of the list. */
  level?: 2 | 3;
}

/** A list of articles, each with title, summary and treatment stages. */
export function ArticleList({ articles, level = 3 }: ArticleListProps) {
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <ul className={styles.list}>
      {articles.map(({ title, summary, href, stages }) => (
        <li className={styles.article} key={href}>
          <Title className={styles.title}>
            <a href={href}>{title}</a>
          </Title>
          <p>{summary}</p>
          {stages.length > 0 && (
            <p className={styles.stages}>
              <span className={styles.mark} aria-hidden="true" />
              {stages.join(', ')}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
