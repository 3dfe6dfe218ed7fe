import type { ReactNode } from 'react';
import styles from './gallery.module.css';

/** One thing of the gallery in one of its states. */
export const Exhibit = ({ state, children }: { state: string; children: ReactNode }) => (
  <div className={styles.exhibit} data-state={state}>
    <p className={styles.state}>{state}</p>
    {children}
  </div>
);

/** All states of a thing, under its name. */
export const Room = ({ name, children }: { name: string; children: ReactNode }) => (
  <section className={styles.room} data-room={name}>
    <h2 className={styles.name}>{name}</h2>
    {children}
  </section>
);
