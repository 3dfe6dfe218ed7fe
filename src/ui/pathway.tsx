import styles from './way.module.css';

/** One station of a way. */
export interface PathwayStop {
  title: string;
  href?: string;
  text?: string;
  facts?: { term: string; description: string }[];
  present?: boolean;
}

interface WayProps {
  stations: readonly PathwayStop[];
  /** What a present station is called, like “You are reading about this stage”. */
  here?: string;
  /**
   * `down` the page; `across` it where there is room; as a `line` across every page, which on a phone
   * names the present station only.
   */
  lies?: 'down' | 'across' | 'line';
  /** True if each station opens in its place; those that are present are open. */
  opens?: boolean;
}

/** An ordered way, drawn as one line with stations; the present one is marked in words as well. */
export function Pathway({ stations, here, lies = 'down', opens = false }: WayProps) {
  const Station = opens ? OpeningStation : OpenStation;
  return (
    <ol className={`${styles.way} ${styles[lies]} ${opens ? styles.opens : ''}`}>
      {stations.map((station) => (
        <li
          key={station.title}
          className={station.present ? `${styles.station} ${styles.present}` : styles.station}
          aria-current={station.present ? 'step' : undefined}
        >
          <span className={styles.mark} />
          <Station station={station} here={station.present ? here : undefined} />
        </li>
      ))}
    </ol>
  );
}

interface StationProps {
  station: PathwayStop;
  here: string | undefined;
}

const OpenStation = ({ station, here }: StationProps) => (
  <>
    <span className={styles.title}>
      {station.href ? <a href={station.href}>{station.title}</a> : station.title}
    </span>
    {here && <p className={styles.here}>{here}</p>}
    <Words {...station} />
  </>
);

const OpeningStation = ({ station, here }: StationProps) => (
  <details className={styles.details} open={station.present}>
    <summary>
      <span className={styles.title}>{station.title}</span>
      {here && <span className={styles.here}>{here}</span>}
    </summary>
    <Words {...station} />
    {station.href && (
      <a className={styles.more} href={station.href}>
        Read about {station.title}
      </a>
    )}
  </details>
);

const Words = ({ text, facts }: PathwayStop) => (
  <>
    {text && <p className={styles.text}>{text}</p>}
    {facts && (
      <dl className={styles.facts}>
        {facts.map(({ term, description }) => (
          <div key={term}>
            <dt>{term}:</dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
    )}
  </>
);
