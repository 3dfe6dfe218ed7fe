import { listWarnings } from '#data/warnings.ts';
import styles from '../shared/dashboard.module.css';

/** Warnings for administrators about problems that will soon affect the site. */
export async function WarningsNotice() {
  const lines = await listWarnings();
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
