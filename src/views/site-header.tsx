import type { Frame } from '#domain/shown.ts';
import { QuickExit } from './quick-exit.tsx';
import styles from './site-header.module.css';
import { Wordmark } from './wordmark.tsx';

type SiteHeaderProps = Pick<Frame, 'siteName' | 'header' | 'phoneLine' | 'notice'> & {
  /** The path of the page, to mark where the reader is. */
  path: string;
};

/** The top of every page: name, ways to everything else, the phone, and a quick way out. */
export const SiteHeader = ({ siteName, header, phoneLine, notice, path }: SiteHeaderProps) => (
  <header className={styles.header}>
    {notice && <p className={styles.notice}>{notice}</p>}
    <div className={styles.bar}>
      <div className={styles.row}>
        <Wordmark siteName={siteName} />
        <QuickExit />
      </div>
    </div>
    <div className={styles.ways}>
      {header.length > 0 && (
        <nav aria-label="Main">
          <ul className={styles.links}>
            {header.map(({ label, href }) => (
              <li key={href}>
                <a href={href} aria-current={currentAt(path, href)}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {phoneLine && (
        <p className={styles.phone}>
          Talk to us: <a href={phoneLine.href}>{phoneLine.label}</a>
        </p>
      )}
    </div>
  </header>
);

/** A link is marked on its own page, and on the pages below it. */
const currentAt = (path: string, href: string): 'page' | 'true' | undefined => {
  if (path === href) return 'page';
  return href !== '/' && path.startsWith(`${href}/`) ? 'true' : undefined;
};
