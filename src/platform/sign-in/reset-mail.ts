import { env } from '#platform/environment/env.ts';

const MINUTE_MS = 60 * 1000;

/** Payload's settings for the mail with a link for a new password. */
export const RESET_MAIL = {
  expiration: 30 * MINUTE_MS,
  // Keeps repeated requests from filling a mailbox.
  minRequestInterval: MINUTE_MS,
  generateEmailSubject: () => 'Choose a new password',
  generateEmailHTML: ({ token }: { token?: string } = {}) => {
    const link = `${env.SITE_URL}/admin/reset/${token}`;
    return `<p>Somebody asked for a new password for this address. If it was you, choose one within 30 minutes: <a href="${link}">${link}</a></p><p>If it was not you, you have nothing to do.</p>`;
  },
};
