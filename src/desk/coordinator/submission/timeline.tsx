'use client';

import { useConfig, useDocumentEvents } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import secondaryText from '#desk/shared/secondary-text.module.css';
import type { TimelineEventView } from '#submissions/timeline/read-timeline.ts';
import styles from './timeline.module.css';

interface Props {
  submissionId: string;
  initialEvents: TimelineEventView[];
}

/** The events of a timeline, oldest first; reloads them when the submission was saved. */
export function Timeline({ submissionId, initialEvents }: Props) {
  const [events, setEvents] = useState(initialEvents);
  const { mostRecentUpdate } = useDocumentEvents();
  const { config } = useConfig();
  const updatedAt = mostRecentUpdate?.id === submissionId ? mostRecentUpdate.updatedAt : undefined;

  useEffect(() => {
    if (!updatedAt) return;
    const abort = new AbortController();
    fetch(`${config.routes.api}/form-submissions/${submissionId}/timeline`, {
      signal: abort.signal,
    })
      .then((response) => (response.ok ? response.json() : undefined))
      .then((newEvents) => newEvents && setEvents(newEvents))
      // Keep the old events; reloading the page loads them again.
      .catch(() => {});
    return () => abort.abort();
  }, [updatedAt, config.routes.api, submissionId]);

  return (
    <section className={styles.timeline} aria-label="Timeline">
      <h2>Timeline</h2>
      <ol>
        {events.map(({ id, type, label, text, at, when, who }) => (
          <li key={id} data-type={type}>
            <p className={styles.line}>
              <strong>{label}</strong> {type === 'note' ? '' : text}
            </p>
            {type === 'note' && <p className={styles.note}>{text}</p>}
            <p className={secondaryText.more}>
              {who && `${who}, `}
              <time dateTime={at}>{when}</time>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
