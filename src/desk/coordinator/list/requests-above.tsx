import type { BeforeListTableServerProps } from 'payload';
import { FindRequest } from './find-request.tsx';
import styles from './requests-above.module.css';
import { chosenOf, listsFor } from './requests-lists.ts';

/** Above the list of requests: a search that leaves no trace, and the lists that people want most. */
export function RequestsAbove({ data, searchParams, user }: BeforeListTableServerProps) {
  const lists = listsFor(String(user?.id));
  const chosen = chosenOf(lists, searchParams);
  return (
    <div className={`requests-above ${styles.above}`}>
      <FindRequest />
      <nav aria-label="Lists" className={styles.lists}>
        {lists.map(({ label, href }) => (
          <a key={label} href={href} aria-current={label === chosen?.label ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      {data.totalDocs === 0 && <Empty filtered={Boolean(chosen?.filter) || !chosen} />}
    </div>
  );
}

const Empty = ({ filtered }: { filtered: boolean }) => (
  <div className={styles.empty}>
    <h2>{filtered ? 'No request matches' : 'No requests yet'}</h2>
    <p>
      {filtered
        ? 'Choose another list above, or remove the filters.'
        : 'When a visitor sends a form, the request stands here, with what was promised and by when. There is nothing to set up.'}
    </p>
  </div>
);
