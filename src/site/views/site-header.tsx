import type { Exit } from '#domain/exit.ts';
import type { SiteLayout } from '#domain/site-layout.ts';
import type { LinkView } from '#domain/view-models.ts';
import { QuickExit } from './quick-exit.tsx';
import styles from './site-header.module.css';
import { Wordmark } from './wordmark.tsx';

type SiteHeaderProps = Pick<SiteLayout, 'siteName' | 'header' | 'phoneLine' | 'notice'> & {
  /** The path of the page and its query, to mark where the reader is. */
  path: string;
  /** The quick way out, where the page has one. */
  exit?: Exit;
};

/** It is there whatever editors link to. */
const SEARCH: LinkView = { label: 'Search', href: '/search' };

/** The top of every page: name, ways to everything else, the phone, and a quick way out where there is one, with what it cannot do. */
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
              <a href={href} aria-current={currentAt(path, href)}>
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
        <a href={exit.guide} aria-current={currentAt(path, exit.guide)}>
          Cover your tracks
        </a>
      )}
    </div>
  </header>
);

/** A link is marked on its own page, and on the pages below it. */
const currentAt = (path: string, href: string): 'page' | 'true' | undefined => {
  const [place] = path.split('?');
  if (place === href) return 'page';
  return href !== '/' && place?.startsWith(`${href}/`) ? 'true' : undefined;
};
