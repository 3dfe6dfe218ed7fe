import { warnings } from '#data/warnings.ts';
import styles from '../shared/dashboard.module.css';

/** What an administrator has to see to before it keeps the site from its work. */
export async function WarningsNotice() {
  const lines = await warnings();
  if (lines.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="warnings-notice">
      <h2 id="warnings-notice">Needs attention</h2>
      <ul className={styles.notices}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
