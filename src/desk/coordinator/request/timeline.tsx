'use client';

import { useConfig, useDocumentEvents } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { TimelineLine } from '#submissions/timeline/read-timeline.ts';
import styles from './request.module.css';

/** The lines of a timeline, oldest first; read again when the request was saved. */
export function Timeline({ request, lines }: { request: string; lines: TimelineLine[] }) {
  const [shown, setShown] = useState(lines);
  const { mostRecentUpdate } = useDocumentEvents();
  const { config } = useConfig();
  const changed = mostRecentUpdate?.id === request ? mostRecentUpdate.updatedAt : undefined;

  useEffect(() => {
    if (!changed) return;
    const abort = new AbortController();
    fetch(`${config.routes.api}/form-submissions/${request}/timeline`, { signal: abort.signal })
      .then((answer) => (answer.ok ? answer.json() : undefined))
      .then((fresh) => fresh && setShown(fresh))
      // The old lines stay; they are read anew with the page.
      .catch(() => {});
    return () => abort.abort();
  }, [changed, config.routes.api, request]);

  return (
    <section className={styles.timeline} aria-label="Timeline">
      <h2>Timeline</h2>
      <ol>
        {shown.map(({ id, type, label, text, at, when, who }) => (
          <li key={id} data-type={type}>
            <p className={styles.line}>
              <strong>{label}</strong> {type === 'note' ? '' : text}
            </p>
            {type === 'note' && <p className={styles.note}>{text}</p>}
            <p className={styles.more}>
              {who && `${who}, `}
              <time dateTime={at}>{when}</time>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
