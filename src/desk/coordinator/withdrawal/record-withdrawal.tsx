'use client';

import { Button, useDocumentInfo } from '@payloadcms/ui';
import { useState } from 'react';
import { useOpenRequest } from '../request/open-request.ts';
import styles from './withdrawal.module.css';

type Step = 'idle' | 'asked' | 'busy' | 'failed';

/** Writes down that somebody wants no contact, once it was asked whether that is meant. */
export function RecordWithdrawal() {
  const { id } = useDocumentInfo();
  const { address, refresh } = useOpenRequest();
  const [step, setStep] = useState<Step>('idle');
  if (!id) return null;

  async function record() {
    setStep('busy');
    const answer = await fetch(`${address}/withdraw`, { method: 'POST' }).catch(() => undefined);
    if (answer?.ok) await refresh();
    setStep(answer?.ok ? 'idle' : 'failed');
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
