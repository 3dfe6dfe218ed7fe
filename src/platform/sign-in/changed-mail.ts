import type { Guarded } from './account-changes.ts';

const NAMES: Record<Guarded, string> = {
  email: 'its email address',
  password: 'its password',
  roles: 'what it may do',
};

/** What the person of an account is told when it changes: nothing of what it was or is, or of the site. */
export const changedMail = (changes: Guarded[]) => ({
  subject: 'Your account was changed',
  html: `<p>This was changed in the account that had this address: ${changes.map((one) => NAMES[one]).join(', ')}.</p><p>If you know of it, you have nothing to do. If not, tell an administrator at once.</p>`,
});
