import { env } from '#platform/environment/env.ts';
import type { MessageName } from './messages.ts';

/** The same for the same message about the same, so that a repeat is known as one. */
export const mailHeaders = (name: MessageName, about: string) => ({
  messageId: `<${name}.${about}@${new URL(env.SITE_URL).hostname}>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
});
