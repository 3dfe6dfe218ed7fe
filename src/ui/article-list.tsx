import styles from './article-list.module.css';

/** An article as a list shows it. */
interface Listed {
  title: string;
  summary: string;
  href: string;
  stages: readonly string[];
}

interface ArticleListProps {
  articles: readonly Listed[];
  /** The level of the titles, below the heading that the list stands under. */
  level?: 2 | 3;
}

/** Articles one below the other: what each is called, what it tells, and which stages it speaks of. */
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
