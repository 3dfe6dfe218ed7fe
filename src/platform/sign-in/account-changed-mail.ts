import type { SensitiveField } from './account-changes.ts';

const FIELD_NAMES: Record<SensitiveField, string> = {
  email: 'its email address',
  password: 'its password',
  roles: 'what it may do',
};

/** Mail to the owner of a changed account. It contains no values, old or new, and not the name of the site. */
export const accountChangedMail = (changes: SensitiveField[]) => ({
  subject: 'Your account was changed',
  html: `<p>This was changed in the account that had this address: ${changes.map((field) => FIELD_NAMES[field]).join(', ')}.</p><p>If you know of it, you have nothing to do. If not, tell an administrator at once.</p>`,
});
