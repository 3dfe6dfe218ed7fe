import { Fragment } from 'react';
import type { CrisisLine } from '#domain/crisis-lines.ts';
import styles from './crisis-strip.module.css';

/** The lines that answer at any hour, at the top of every page: a tap away on a phone. */
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
                {number} {shortName ?? nameBeside(name, number)}
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

/** A name that begins with its number is not said twice. */
const nameBeside = (name: string, number: string): string =>
  name.startsWith(`${number} `) ? name.slice(number.length + 1) : name;
