'use client';

import { Button, FieldError, SelectInput, useField, useForm } from '@payloadcms/ui';
import type { Colleague } from './colleagues.ts';
import styles from './request.module.css';

interface Props {
  path: string;
  /** Id of the signed-in person. */
  me: string;
  colleagues: Colleague[];
  /** True for those who may assign a request to others. */
  assigns: boolean;
}

/** Takes a request or gives it back at once; who may assign it chooses a name and saves. */
export function OwnerChoice({ path, me, colleagues, assigns }: Props) {
  const { value, setValue, showError, errorMessage } = useField<string | null>({ path });
  const { submit } = useForm();
  const owner = colleagues.find(({ id }) => id === value);
  const settle = (id: string | null) => {
    setValue(id);
    void submit({ overrides: { [path]: id } });
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
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => settle(me)}>
          Take it
        </Button>
      )}
      {value === me && (
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => settle(null)}>
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
