'use client';

import { useConfig } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import styles from './messages.module.css';

/** The actions for a message that is not sent automatically. */
export function MessageActions({ id, failed }: { id: string; failed: boolean }) {
  const [state, setState] = useState<'working' | 'failed'>();
  const { config } = useConfig();
  const router = useRouter();

  async function act(action: 'send-again' | 'done-by-hand') {
    setState('working');
    const response = await fetch(`${config.routes.api}/payload-jobs/${id}/${action}`, {
      method: 'POST',
    }).catch(() => undefined);
    // 409: the message was sent or removed meanwhile; the refreshed list shows that.
    const isHandled = response?.ok || response?.status === 409;
    setState(isHandled ? undefined : 'failed');
    if (isHandled) router.refresh();
  }

  const isWorking = state === 'working';
  return (
    <span className={styles.actions}>
      {failed && (
        <button type="button" disabled={isWorking} onClick={() => act('send-again')}>
          Send again
        </button>
      )}
      <button type="button" disabled={isWorking} onClick={() => act('done-by-hand')}>
        Done by hand
      </button>
      <span aria-live="polite">{state === 'failed' && 'That did not work. Try it again.'}</span>
    </span>
  );
}
