'use client';

import { useConfig } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import styles from './messages.module.css';

/** What a colleague can do about a message that does not go by itself. */
export function MessageActions({ id, failed }: { id: string; failed: boolean }) {
  const [said, setSaid] = useState<'working' | 'failed'>();
  const { config } = useConfig();
  const router = useRouter();

  async function act(what: 'send-again' | 'done-by-hand') {
    setSaid('working');
    const answer = await fetch(`${config.routes.api}/payload-jobs/${id}/${what}`, {
      method: 'POST',
    }).catch(() => undefined);
    // Gone or moved on meanwhile: the list knows.
    const heard = answer?.ok || answer?.status === 409;
    setSaid(heard ? undefined : 'failed');
    if (heard) router.refresh();
  }

  const working = said === 'working';
  return (
    <span className={styles.actions}>
      {failed && (
        <button type="button" disabled={working} onClick={() => act('send-again')}>
          Send again
        </button>
      )}
      <button type="button" disabled={working} onClick={() => act('done-by-hand')}>
        Done by hand
      </button>
      <span aria-live="polite">{said === 'failed' && 'That did not work. Try it again.'}</span>
    </span>
  );
}
