import type { LinkView } from '#domain/view-models.ts';
import styles from './breadcrumbs.module.css';

/** The pages above this one, from the home page. */
export const Breadcrumbs = ({ links }: { links: readonly LinkView[] }) => (
  <nav className={styles.trail} aria-label="Breadcrumb">
    <ol>
      {links.map(({ label, href }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ol>
  </nav>
);
