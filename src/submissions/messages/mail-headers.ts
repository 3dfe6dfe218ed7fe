import { env } from '#platform/environment/env.ts';
import type { MessageName } from './messages.ts';

/**
 * Returns the headers of a mail. The Message-ID depends only on the message and its subject matter, so that mail
 * clients recognize a repeat.
 * @param about id of the submission, or a hash of several
 */
export const mailHeaders = (name: MessageName, about: string) => ({
  messageId: `<${name}.${about}@${new URL(env.SITE_URL).hostname}>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
});
