'use client';

import { useConfig } from '@payloadcms/ui';
import { type FormEvent, useId, useState } from 'react';
import type { SubmissionMatch } from '#submissions/find-submissions.ts';
import styles from './before-list-table.module.css';

/** Finds submissions by name, phone number, email address or reference. Posts the query, so that it is in no URL. */
export function FindSubmission() {
  const [query, setQuery] = useState('');
  const [result, setResult] = useState<SubmissionMatch[] | 'failed'>();
  const { config } = useConfig();
  const field = useId();

  async function find(event: FormEvent) {
    event.preventDefault();
    if (!query.trim()) return setResult(undefined);
    const response = await fetch(`${config.routes.api}/form-submissions/find`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ words: query }),
    }).catch(() => undefined);
    setResult(response?.ok ? await response.json() : 'failed');
  }

  return (
    <search className={styles.find}>
      <form onSubmit={find} autoComplete="off">
        <label htmlFor={field}>Find a request by name, phone, email or reference</label>
        <div className={styles.row}>
          <input id={field} value={query} onChange={({ target }) => setQuery(target.value)} />
          <button type="submit">Find</button>
        </div>
      </form>
      <div aria-live="polite">
        {result === 'failed' && <p>That did not work. Try it again in a moment.</p>}
        {Array.isArray(result) && result.length === 0 && (
          <p>Nothing found. Part of the name or the last digits of the number will do.</p>
        )}
        {Array.isArray(result) && result.length > 0 && (
          <ul className={styles.found}>
            {result.map(({ id, reference, name, kind, status }) => (
              <li key={id}>
                <a href={`${config.routes.admin}/collections/form-submissions/${id}`}>
                  {reference}
                </a>
                <span>{name || 'No name given'}</span>
                <span>{kind}</span>
                <span>{status}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </search>
  );
}
