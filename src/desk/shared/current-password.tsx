'use client';

import {
  FieldDescription,
  PasswordField,
  useAuth,
  useDocumentInfo,
  useFormFields,
} from '@payloadcms/ui';
import type { TextFieldClientProps } from 'payload';
import { useEffect } from 'react';

/** Asked for where the form holds a change that a session alone cannot make: `confirmIdentity` says which. */
export function CurrentPassword({ path, field: { name, label } }: TextFieldClientProps) {
  const { id, savedDocumentData } = useDocumentInfo();
  const { user } = useAuth();
  const isOwn = id !== undefined && id === user?.id;
  const isNeeded = useFormFields(([{ email, password, roles }]) => {
    const isChanged = (key: string, value: unknown) =>
      JSON.stringify(value) !== JSON.stringify(savedDocumentData?.[key]);
    return (
      !id ||
      Boolean(password?.value) ||
      isChanged('email', email?.value) ||
      isChanged('roles', roles?.value)
    );
  });
  const typed = useFormFields(([fields]) => fields[path]?.value);
  const dispatch = useFormFields(([, dispatchFields]) => dispatchFields);
  useEffect(() => {
    // What was typed for one change must not stand there for whoever makes the next.
    if (!isNeeded && typed) dispatch({ type: 'UPDATE', path, value: '' });
  }, [isNeeded, typed, dispatch, path]);
  if (!isNeeded) return null;
  return (
    <div>
      <PasswordField
        path={path}
        autoComplete="current-password"
        field={{ name, label, required: isOwn }}
        // Whether it is needed, and right, is for the server to say.
        validate={valid}
      />
      <FieldDescription
        path={path}
        description={
          isOwn
            ? 'Needed to change your email address, password or roles.'
            : 'Needed if you signed in more than 10 minutes ago.'
        }
      />
    </div>
  );
}

const valid = (): true => true;
