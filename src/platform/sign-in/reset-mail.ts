import { env } from '#platform/environment/env.ts';

const MINUTE_MS = 60 * 1000;

/** How a new password is asked for by mail. */
export const RESET_MAIL = {
  expiration: 30 * MINUTE_MS,
  // However many ask, a mailbox is not filled.
  minRequestInterval: MINUTE_MS,
  generateEmailSubject: () => 'Choose a new password',
  generateEmailHTML: ({ token }: { token?: string } = {}) => {
    const link = `${env.SITE_URL}/admin/reset/${token}`;
    return `<p>Somebody asked for a new password for this address. If it was you, choose one within 30 minutes: <a href="${link}">${link}</a></p><p>If it was not you, you have nothing to do.</p>`;
  },
};
