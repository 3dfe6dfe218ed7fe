import type { ReactNode } from 'react';
import styles from './text-page.module.css';

/** One thing of the gallery in one of its states. */
export const Exhibit = ({ state, children }: { state: string; children: ReactNode }) => (
  <div className={styles.text} data-state={state}>
    <p>
      <small>{state}</small>
    </p>
    {children}
  </div>
);

/** All states of a thing, under its name. */
export const Room = ({ name, children }: { name: string; children: ReactNode }) => (
  <section className={styles.text} data-room={name}>
    <h2>{name}</h2>
    {children}
  </section>
);
