'use client';

import { Button, FieldError, SelectInput, useField } from '@payloadcms/ui';
import { useState } from 'react';
import { useOpenSubmission } from '../submission/use-open-submission.ts';
import type { Colleague } from './colleagues.ts';
import styles from './owner.module.css';

interface Props {
  path: string;
  /** Id of the signed-in user. */
  userId: string;
  colleagues: Colleague[];
  /** True if the user may assign a submission to others. */
  mayAssign: boolean;
}

const BUTTON_PROPS = { buttonStyle: 'secondary', size: 'small', margin: false } as const;

/** Buttons that take a submission or give it back at once; for leads, also a select that is saved with the form. */
export function OwnerSelect({ path, userId, colleagues, mayAssign }: Props) {
  const { value, setValue, showError, errorMessage } = useField<string | null>({ path });
  const { change } = useOpenSubmission();
  const [isBusy, setIsBusy] = useState(false);
  const owner = colleagues.find(({ id }) => id === value);
  const saveOwner = (id: string | null) => {
    setIsBusy(true);
    void change({ [path]: id }).finally(() => setIsBusy(false));
  };
  return (
    <div className={styles.owner}>
      {mayAssign ? (
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
          <p>{describeOwner(value, userId, owner)}</p>
        </>
      )}
      <FieldError path={path} showError={showError} message={errorMessage} />
      {!value && (
        <Button {...BUTTON_PROPS} disabled={isBusy} onClick={() => saveOwner(userId)}>
          Take it
        </Button>
      )}
      {value === userId && (
        <Button {...BUTTON_PROPS} disabled={isBusy} onClick={() => saveOwner(null)}>
          Give it back
        </Button>
      )}
    </div>
  );
}

function describeOwner(id: string | null | undefined, me: string, owner?: Colleague): string {
  if (!id) return 'Nobody yet';
  if (id === me) return 'You';
  return owner?.name ?? 'A former colleague';
}
