import styles from './way.module.css';

/** One station of a way. */
export interface WayStation {
  title: string;
  href?: string;
  text?: string;
  facts?: { term: string; description: string }[];
  present?: boolean;
}

interface WayProps {
  stations: readonly WayStation[];
  /** What a present station is called, like “You are reading about this stage”. */
  here?: string;
  /**
   * `down` the page; `across` it where there is room; as a `line` across every page, which on a phone
   * names the present station only.
   */
  lies?: 'down' | 'across' | 'line';
}

/** An ordered way, drawn as one line with stations; the present one is marked in words as well. */
export function Way({ stations, here, lies = 'down' }: WayProps) {
  return (
    <ol className={`${styles.way} ${styles[lies]}`}>
      {stations.map((station) => (
        <li
          key={station.title}
          className={station.present ? `${styles.station} ${styles.present}` : styles.station}
          aria-current={station.present ? 'step' : undefined}
        >
          <span className={styles.mark} />
          <span className={styles.title}>
            {station.href ? <a href={station.href}>{station.title}</a> : station.title}
          </span>
          {station.present && here && <p className={styles.here}>{here}</p>}
          {station.text && <p className={styles.text}>{station.text}</p>}
          {station.facts && (
            <dl className={styles.facts}>
              {station.facts.map(({ term, description }) => (
                <div key={term}>
                  <dt>{term}:</dt>
                  <dd>{description}</dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}
