import styles from './crisis-lines.module.css';

/** A line that answers at any hour: what a phone dials, and the number as people know it. */
interface Line {
  name: string;
  when: string;
  tel: string;
  number: string;
  sms?: string;
  chat?: string;
  tty?: string;
}

interface CrisisLinesProps {
  lines: readonly Line[];
  /** Leaves out when to use which: for places where they stand beside something else. */
  brief?: boolean;
}

/** Whom to call, text or write to at any hour, each way a tap away. */
export const CrisisLines = ({ lines, brief = false }: CrisisLinesProps) => (
  <ul className={brief ? `${styles.lines} ${styles.brief}` : styles.lines}>
    {lines.map(({ name, when, tel, number, sms, chat, tty }) => (
      <li className={styles.line} key={tel}>
        <a className={styles.call} href={`tel:${tel}`}>
          Call {number}
        </a>
        <div className={styles.about}>
          <p className={styles.name}>{name}</p>
          {!brief && <p className={styles.when}>{when}</p>}
          {(sms || chat || tty) && (
            <p className={styles.ways}>
              {sms && <a href={`sms:${sms}`}>Text {sms}</a>}
              {chat && (
                <a href={chat} rel="noreferrer">
                  Chat online
                </a>
              )}
              {tty && <a href={`tel:${dialed(tty)}`}>TTY {tty}</a>}
            </p>
          )}
        </div>
      </li>
    ))}
  </ul>
);

const dialed = (number: string): string => number.replace(/[^+\d]/g, '');
