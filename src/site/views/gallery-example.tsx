import type { ReactNode } from 'react';
import styles from './text-page.module.css';

/** A component of the gallery in one of its states. */
export const GalleryExample = ({ state, children }: { state: string; children: ReactNode }) => (
  <div className={styles.text} data-state={state}>
    <p>
      <small>{state}</small>
    </p>
    {children}
  </div>
);

/** A section of the gallery: all states of a component, under its name. */
export const GallerySection = ({ name, children }: { name: string; children: ReactNode }) => (
  <section className={styles.text} data-room={name}>
    <h2>{name}</h2>
    {children}
  </section>
);
