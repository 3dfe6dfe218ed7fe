'use client';

import { Button, useDocumentInfo } from '@payloadcms/ui';
import { useState } from 'react';
import { useOpenSubmission } from '../submission/use-open-submission.ts';
import styles from './withdrawal.module.css';

type Step = 'idle' | 'asked' | 'busy' | 'failed';

/** Records a withdrawal after a confirmation. */
export function RecordWithdrawal() {
  const { id } = useDocumentInfo();
  const { url, refresh } = useOpenSubmission();
  const [step, setStep] = useState<Step>('idle');
  if (!id) return null;

  async function record() {
    setStep('busy');
    const response = await fetch(`${url}/withdraw`, { method: 'POST' }).catch(() => undefined);
    if (response?.ok) await refresh();
    setStep(response?.ok ? 'idle' : 'failed');
  }

  if (step === 'idle') {
    return (
      <div className={styles.record}>
        <Button
          buttonStyle="secondary"
          size="small"
          margin={false}
          onClick={() => setStep('asked')}
        >
          Record a withdrawal
        </Button>
      </div>
    );
  }
  return (
    <section className={styles.record} aria-label="Record a withdrawal">
      <p>
        Do they want no contact? This closes the request and their other open ones. Nobody can call,
        text or email them until they send a new request. It cannot be undone.
      </p>
      {step === 'failed' && <p role="alert">That did not work. Try it again in a moment.</p>}
      <div className={styles.buttons}>
        <Button size="small" margin={false} disabled={step === 'busy'} onClick={record}>
          Yes, record it
        </Button>
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => setStep('idle')}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
