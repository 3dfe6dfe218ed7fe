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

/** The current password; shown while the form has a change for which `confirmIdentity` asks for it. */
export function CurrentPasswordField({ path, field: { name, label } }: TextFieldClientProps) {
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
    // Clear the password as soon as it is not needed, or the next person at this screen could use it.
    if (!isNeeded && typed) dispatch({ type: 'UPDATE', path, value: '' });
  }, [isNeeded, typed, dispatch, path]);
  if (!isNeeded) return null;
  return (
    <div>
      <PasswordField
        path={path}
        autoComplete="current-password"
        field={{ name, label, required: isOwn }}
        // The server validates it.
        validate={acceptAnyValue}
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

const acceptAnyValue = (): true => true;
