'use client';

import { Button, useField } from '@payloadcms/ui';
import { useState } from 'react';
import { SPAM_SIGNAL_LABELS, type SpamSignal } from '#domain/spam-signals.ts';
import { useOpenSubmission } from '../submission/use-open-submission.ts';
import styles from './spam.module.css';

const PATH = 'quarantined';

const BUTTON_PROPS = { buttonStyle: 'secondary', size: 'small', margin: false } as const;

/** Reads the spam flag of the open submission, and saves a change of it at once. */
function useSpamFlag() {
  const { value } = useField<boolean | null>({ path: PATH });
  const { change } = useOpenSubmission();
  const [isBusy, setIsBusy] = useState(false);
  const saveFlag = (isSpam: boolean) => {
    setIsBusy(true);
    void change({ [PATH]: isSpam }).finally(() => setIsBusy(false));
  };
  return { isSpam: Boolean(value), isBusy, saveFlag };
}

/** Notice above a submission marked as spam, with the spam signals and a button that clears the flag. */
export function SpamNotice() {
  const { isSpam, isBusy, saveFlag } = useSpamFlag();
  const { value: spamSignals } = useField<SpamSignal[] | null>({ path: 'suspicions' });
  if (!isSpam) return null;
  return (
    <section className={styles.notice} aria-labelledby="possible-spam">
      <h2 id="possible-spam">Possible spam</h2>
      {spamSignals?.length ? (
        <ul>
          {spamSignals.map((signal) => (
            <li key={signal}>{SPAM_SIGNAL_LABELS[signal]}</li>
          ))}
        </ul>
      ) : (
        <p>A colleague marked it. The timeline says who.</p>
      )}
      <p>This can be wrong. The request waits with the same promise as any other.</p>
      <Button {...BUTTON_PROPS} disabled={isBusy} onClick={() => saveFlag(false)}>
        This is a real request
      </Button>
    </section>
  );
}

/** Button that marks a submission as spam; renders nothing if it is marked already. */
export function MarkAsSpam() {
  const { isSpam, isBusy, saveFlag } = useSpamFlag();
  if (isSpam) return null;
  return (
    <div className={styles.choice}>
      <Button {...BUTTON_PROPS} disabled={isBusy} onClick={() => saveFlag(true)}>
        Mark as possible spam
      </Button>
    </div>
  );
}
