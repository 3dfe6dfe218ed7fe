import type { BeforeListTableServerProps } from 'payload';
import styles from './before-list-table.module.css';
import { FindSubmission } from './find-submission.tsx';
import { findActivePreset, listPresets } from './list-presets.ts';

/** Search and preset lists above the table of submissions, and a message if the table is empty. */
export function BeforeListTable({ data, searchParams, user }: BeforeListTableServerProps) {
  const presets = listPresets(String(user?.id));
  const active = findActivePreset(presets, searchParams);
  return (
    <div className={`requests-above ${styles.above}`}>
      <FindSubmission />
      <nav aria-label="Lists" className={styles.lists}>
        {presets.map(({ label, href }) => (
          <a key={label} href={href} aria-current={label === active?.label ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      {data.totalDocs === 0 && <EmptyList filtered={Boolean(active?.filter) || !active} />}
    </div>
  );
}

const EmptyList = ({ filtered }: { filtered: boolean }) => (
  <div className={styles.empty}>
    <h2>{filtered ? 'No request matches' : 'No requests yet'}</h2>
    <p>
      {filtered
        ? 'Choose another list above, or remove the filters.'
        : 'When a visitor sends a form, the request stands here, with what was promised and by when. There is nothing to set up.'}
    </p>
  </div>
);
