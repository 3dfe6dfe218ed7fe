import type { ShownLink } from '#domain/shown.ts';
import styles from './trail.module.css';

/** The pages above this one, each a step further from the front door. */
export const Trail = ({ links }: { links: readonly ShownLink[] }) => (
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
