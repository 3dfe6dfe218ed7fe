'use client';

import { useConfig } from '@payloadcms/ui';
import { type FormEvent, useId, useState } from 'react';
import type { Match } from '#submissions/find-submissions.ts';
import styles from './requests-above.module.css';

/** Finds a request by a name, a phone number, an email address or a reference, by a post. */
export function FindRequest() {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<Match[] | 'failed'>();
  const { config } = useConfig();
  const field = useId();

  async function find(event: FormEvent) {
    event.preventDefault();
    if (!words.trim()) return setFound(undefined);
    const answer = await fetch(`${config.routes.api}/form-submissions/find`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ words }),
    }).catch(() => undefined);
    setFound(answer?.ok ? await answer.json() : 'failed');
  }

  return (
    <search className={styles.find}>
      <form onSubmit={find} autoComplete="off">
        <label htmlFor={field}>Find a request by name, phone, email or reference</label>
        <div className={styles.row}>
          <input id={field} value={words} onChange={({ target }) => setWords(target.value)} />
          <button type="submit">Find</button>
        </div>
      </form>
      <div aria-live="polite">
        {found === 'failed' && <p>That did not work. Try it again in a moment.</p>}
        {Array.isArray(found) && found.length === 0 && (
          <p>Nothing found. Part of the name or the last digits of the number will do.</p>
        )}
        {Array.isArray(found) && found.length > 0 && (
          <ul className={styles.found}>
            {found.map(({ id, reference, name, kind, status }) => (
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
