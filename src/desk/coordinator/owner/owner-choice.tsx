'use client';

import { Button, FieldError, SelectInput, useField } from '@payloadcms/ui';
import { useState } from 'react';
import { useOpenRequest } from '../request/open-request.ts';
import styles from '../request/request.module.css';
import type { Colleague } from './colleagues.ts';

interface Props {
  path: string;
  /** Id of the signed-in person. */
  me: string;
  colleagues: Colleague[];
  /** True for those who may assign a request to others. */
  assigns: boolean;
}

const LOOK = { buttonStyle: 'secondary', size: 'small', margin: false } as const;

/** Takes a request or gives it back at once; who may assign it chooses a name and saves. */
export function OwnerChoice({ path, me, colleagues, assigns }: Props) {
  const { value, setValue, showError, errorMessage } = useField<string | null>({ path });
  const { change } = useOpenRequest();
  const [busy, setBusy] = useState(false);
  const owner = colleagues.find(({ id }) => id === value);
  const settle = (id: string | null) => {
    setBusy(true);
    void change({ [path]: id }).finally(() => setBusy(false));
  };
  return (
    <div className={styles.owner}>
      {assigns ? (
        <SelectInput
          name={path}
          path={path}
          label="Owner"
          hasMany={false}
          isClearable
          placeholder="Nobody yet"
          value={value ?? undefined}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(option) => setValue(Array.isArray(option) ? null : (option?.value ?? null))}
        />
      ) : (
        <>
          <p className={styles.label}>Owner</p>
          <p>{ownerInWords(value, me, owner)}</p>
        </>
      )}
      <FieldError path={path} showError={showError} message={errorMessage} />
      {!value && (
        <Button {...LOOK} disabled={busy} onClick={() => settle(me)}>
          Take it
        </Button>
      )}
      {value === me && (
        <Button {...LOOK} disabled={busy} onClick={() => settle(null)}>
          Give it back
        </Button>
      )}
    </div>
  );
}

function ownerInWords(id: string | null | undefined, me: string, owner?: Colleague): string {
  if (!id) return 'Nobody yet';
  if (id === me) return 'You';
  return owner?.name ?? 'A former colleague';
}
