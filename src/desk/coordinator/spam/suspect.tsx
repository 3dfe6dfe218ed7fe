'use client';

import { Button, useField } from '@payloadcms/ui';
import { useState } from 'react';
import { SPAM_SIGNAL_LABELS, type SpamSignal } from '#domain/spam-signals.ts';
import { useOpenRequest } from '../request/open-request.ts';
import styles from './suspect.module.css';

const PATH = 'quarantined';

const LOOK = { buttonStyle: 'secondary', size: 'small', margin: false } as const;

/** The mark, and how to set it or clear it at once. */
function useMark() {
  const { value } = useField<boolean | null>({ path: PATH });
  const { change } = useOpenRequest();
  const [busy, setBusy] = useState(false);
  const settle = (marked: boolean) => {
    setBusy(true);
    void change({ [PATH]: marked }).finally(() => setBusy(false));
  };
  return { marked: Boolean(value), busy, settle };
}

/** Above a request that may be spam: why, in words, and the way to say that it is none. */
export function SuspectNotice() {
  const { marked, busy, settle } = useMark();
  const { value: suspicions } = useField<SpamSignal[] | null>({ path: 'suspicions' });
  if (!marked) return null;
  return (
    <section className={styles.notice} aria-labelledby="possible-spam">
      <h2 id="possible-spam">Possible spam</h2>
      {suspicions?.length ? (
        <ul>
          {suspicions.map((suspicion) => (
            <li key={suspicion}>{SPAM_SIGNAL_LABELS[suspicion]}</li>
          ))}
        </ul>
      ) : (
        <p>A colleague marked it. The timeline says who.</p>
      )}
      <p>This can be wrong. The request waits with the same promise as any other.</p>
      <Button {...LOOK} disabled={busy} onClick={() => settle(false)}>
        This is a real request
      </Button>
    </section>
  );
}

/** Beside a request that is not marked: the way to mark it. */
export function SuspectChoice() {
  const { marked, busy, settle } = useMark();
  if (marked) return null;
  return (
    <div className={styles.choice}>
      <Button {...LOOK} disabled={busy} onClick={() => settle(true)}>
        Mark as possible spam
      </Button>
    </div>
  );
}
