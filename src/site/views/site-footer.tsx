import { mailHref } from '#domain/email.ts';
import type { SiteLayout } from '#domain/site-layout.ts';
import { CrisisLines } from '#ui/crisis-lines.tsx';
import { SchemeChoice } from './scheme-choice.tsx';
import styles from './site-footer.module.css';

type SiteFooterProps = Pick<
  SiteLayout,
  'siteName' | 'footer' | 'smallPrint' | 'crisisLines' | 'phoneLine' | 'problemReports'
>;

/** The footer of every page: the crisis lines in full, columns of links, small print. */
export const SiteFooter = ({
  siteName,
  footer,
  smallPrint,
  crisisLines,
  phoneLine,
  problemReports,
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
        {problemReports && <ProblemContact {...problemReports} />}
        {smallPrint && <p>{smallPrint}</p>}
      </div>
    </div>
  </footer>
);

/** Where to report a problem with the site. Spells out the address, for devices without a mail program. */
const ProblemContact = ({ email, answerDays }: NonNullable<SiteLayout['problemReports']>) => (
  <p>
    A problem with this site? <a href={mailHref(email)}>{email}</a>
    {answerDays && `. We answer within ${workingDays(answerDays)}.`}
  </p>
);

const workingDays = (days: number) => (days === 1 ? 'one working day' : `${days} working days`);
