import type { QuickExitTarget } from '#domain/quick-exit.ts';
import type { SiteLayout } from '#domain/site-layout.ts';
import type { LinkView } from '#domain/view-models.ts';
import { QuickExit } from './quick-exit.tsx';
import styles from './site-header.module.css';
import { Wordmark } from './wordmark.tsx';

type SiteHeaderProps = Pick<SiteLayout, 'siteName' | 'header' | 'phoneLine' | 'notice'> & {
  /** Path and query of the page, to mark the current link. */
  path: string;
  /** The quick exit, if the page has one. */
  exit?: QuickExitTarget;
};

/** Always shown, beside the links that editors choose. */
const SEARCH: LinkView = { label: 'Search', href: '/search' };

/** The header of every page: name, navigation, phone line, and the quick exit with a link to its limits. */
export const SiteHeader = ({
  siteName,
  header,
  phoneLine,
  notice,
  path,
  exit,
}: SiteHeaderProps) => (
  <header className={styles.header}>
    {notice && <p className={styles.notice}>{notice}</p>}
    <div className={styles.bar}>
      <div className={styles.row}>
        <Wordmark siteName={siteName} />
        {exit && <QuickExit {...exit} />}
      </div>
    </div>
    <div className={styles.ways}>
      <nav aria-label="Main">
        <ul className={styles.links}>
          {[...header, SEARCH].map(({ label, href }) => (
            <li key={href}>
              <a href={href} aria-current={ariaCurrentFor(path, href)}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {phoneLine && (
        <p className={styles.phone}>
          Call us: <a href={phoneLine.href}>{phoneLine.label}</a>
        </p>
      )}
      {exit?.guide && (
        <a href={exit.guide} aria-current={ariaCurrentFor(path, exit.guide)}>
          Cover your tracks
        </a>
      )}
    </div>
  </header>
);

/** Returns `aria-current` of a link: `page` on its own page, `true` on the pages below it. */
const ariaCurrentFor = (path: string, href: string): 'page' | 'true' | undefined => {
  const [pathname] = path.split('?');
  if (pathname === href) return 'page';
  return href !== '/' && pathname?.startsWith(`${href}/`) ? 'true' : undefined;
};
