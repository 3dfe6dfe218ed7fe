'use client';

import { PasswordField, useAuth, useDocumentInfo, useFormFields } from '@payloadcms/ui';
import type { TextFieldClientProps } from 'payload';

/** Asked for where the form holds a change that a session alone cannot make: `confirmIdentity` says which. */
export function CurrentPassword({ path, field }: TextFieldClientProps) {
  const { id } = useDocumentInfo();
  const { user } = useAuth();
  const isNeeded = useFormFields(([{ email, password, roles }]) => {
    const changed = [email, roles].some(
      (one) => JSON.stringify(one?.value) !== JSON.stringify(one?.initialValue),
    );
    return !id || changed || Boolean(password);
  });
  if (!isNeeded) return null;
  return (
    <PasswordField
      path={path}
      autoComplete="current-password"
      field={{
        name: field.name,
        label: field.label,
        admin: {
          description:
            id === user?.id
              ? 'Needed to change your email address or password.'
              : 'Needed if you signed in more than 10 minutes ago.',
        },
      }}
    />
  );
}
