import styles from './crisis-lines.module.css';

interface CrisisLineItem {
  name: string;
  when: string;
  /** Digits to dial. */
  tel: string;
  /** The number as people write it. */
  number: string;
  /** Digits to send a text message to. */
  sms?: string;
  /** URL of an online chat. */
  chat?: string;
  /** The number for a teletypewriter, as people write it. */
  tty?: string;
}

interface CrisisLinesProps {
  lines: readonly CrisisLineItem[];
  /** True to leave out when to call each line, if the list is beside other content. */
  brief?: boolean;
}

/** The crisis lines, with links to call, text or chat. */
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
              {tty && <a href={`tel:${toDialString(tty)}`}>TTY {tty}</a>}
            </p>
          )}
        </div>
      </li>
    ))}
  </ul>
);

const toDialString = (number: string): string => number.replace(/[^+\d]/g, '');
