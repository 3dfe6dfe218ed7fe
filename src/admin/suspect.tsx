'use client';

import { Button, useField, useForm } from '@payloadcms/ui';
import { SUSPICION_LABELS, type Suspicion } from '#domain/suspicions.ts';
import styles from './suspect.module.css';

const PATH = 'quarantined';

/** The mark, and how to set it or clear it at once. */
function useMark() {
  const { value, setValue } = useField<boolean | null>({ path: PATH });
  const { submit } = useForm();
  const settle = (marked: boolean) => {
    setValue(marked);
    void submit({ overrides: { [PATH]: marked } });
  };
  return { marked: Boolean(value), settle };
}

/** Above a request that may be spam: why, in words, and the way to say that it is none. */
export function SuspectNotice() {
  const { marked, settle } = useMark();
  const { value: suspicions } = useField<Suspicion[] | null>({ path: 'suspicions' });
  if (!marked) return null;
  return (
    <section className={styles.notice} aria-labelledby="possible-spam">
      <h2 id="possible-spam">Possible spam</h2>
      {suspicions?.length ? (
        <ul>
          {suspicions.map((suspicion) => (
            <li key={suspicion}>{SUSPICION_LABELS[suspicion]}</li>
          ))}
        </ul>
      ) : (
        <p>A colleague marked it. The timeline says who.</p>
      )}
      <p>This can be wrong. The request waits with the same promise as any other.</p>
      <Button buttonStyle="secondary" size="small" margin={false} onClick={() => settle(false)}>
        This is a real request
      </Button>
    </section>
  );
}

/** Beside a request that is not marked: the way to mark it. */
export function SuspectChoice() {
  const { marked, settle } = useMark();
  if (marked) return null;
  return (
    <div className={styles.choice}>
      <Button buttonStyle="secondary" size="small" margin={false} onClick={() => settle(true)}>
        Mark as possible spam
      </Button>
    </div>
  );
}
