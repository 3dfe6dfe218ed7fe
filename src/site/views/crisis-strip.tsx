import { Fragment } from 'react';
import type { CrisisLine } from '#domain/crisis-lines.ts';
import styles from './crisis-strip.module.css';

/** The crisis lines at the top of every page, to call with one tap. */
export const CrisisStrip = ({ lines }: { lines: readonly CrisisLine[] }) => (
  <aside className={styles.strip} aria-label="Crisis lines">
    <div className={styles.row}>
      <p className={styles.question}>Need help right now?</p>
      <ul className={styles.lines}>
        {lines.map(({ name, shortName, number, tel, sms, chat }) => (
          <Fragment key={tel}>
            <li>
              <a href={`tel:${tel}`}>
                <span className={styles.verb}>Call </span>
                {number} {shortName ?? nameWithoutNumber(name, number)}
              </a>
            </li>
            {sms && (
              <li>
                <a href={`sms:${sms}`}>Text {sms}</a>
              </li>
            )}
            {chat && (
              <li className={styles.roomy}>
                <a href={chat} rel="noreferrer">
                  Chat<span className={styles.verb}> with {name}</span>
                </a>
              </li>
            )}
          </Fragment>
        ))}
      </ul>
    </div>
  </aside>
);

/** Removes the number from the front of a name, because the link already shows it. */
const nameWithoutNumber = (name: string, number: string): string =>
  name.startsWith(`${number} `) ? name.slice(number.length + 1) : name;
