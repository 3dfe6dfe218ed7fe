import { CrisisLines } from '#components/crisis-lines.tsx';
import type { Frame } from '#domain/shown.ts';
import { SchemeChoice } from './scheme-choice.tsx';
import styles from './site-footer.module.css';

type SiteFooterProps = Pick<
  Frame,
  'siteName' | 'footer' | 'smallPrint' | 'crisisLines' | 'phoneLine'
>;

/** The foot of every page: the crisis lines in full, links in columns, small print. */
export const SiteFooter = ({
  siteName,
  footer,
  smallPrint,
  crisisLines,
  phoneLine,
}: SiteFooterProps) => (
  <footer className={styles.footer}>
    <div className={styles.inner}>
      <section aria-labelledby="any-hour">
        <h2 className={styles.heading} id="any-hour">
          Help at any hour
        </h2>
        <CrisisLines lines={crisisLines} />
      </section>
      {footer.length > 0 && (
        <nav className={styles.columns} aria-label="Foot of the page">
          {footer.map(({ heading, links }) => (
            <div key={heading}>
              <h2 className={styles.heading}>{heading}</h2>
              <ul className={styles.links}>
                {links.map(({ label, href }) => (
                  <li key={href}>
                    <a href={href}>{label}</a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      )}
      <SchemeChoice />
      <div className={styles.print}>
        {phoneLine && (
          <p>
            {siteName}, <a href={phoneLine.href}>{phoneLine.label}</a>
          </p>
        )}
        {smallPrint && <p>{smallPrint}</p>}
      </div>
    </div>
  </footer>
);
