import type { CrisisLine } from '#domain/crisis-lines.ts';
import styles from './crisis-details.module.css';

/** The crisis lines with what each is for and every way to reach it. */
export const CrisisDetails = ({ lines }: { lines: readonly CrisisLine[] }) => (
  <ul className={styles.lines}>
    {lines.map(({ name, when, number, tel, sms, chat, tty }) => (
      <li key={tel}>
        <strong>{name}</strong>
        <p>{when}.</p>
        <p className={styles.ways}>
          <a href={`tel:${tel}`}>Call {number}</a>
          {sms && <a href={`sms:${sms}`}>Text {sms}</a>}
          {chat && (
            <a href={chat} rel="noreferrer">
              Chat online
            </a>
          )}
          {tty && <a href={`tel:${tty.replace(/\D/g, '')}`}>TTY {tty}</a>}
        </p>
      </li>
    ))}
  </ul>
);
