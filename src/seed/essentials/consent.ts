import type { ConsentPurpose } from '#domain/consent-purposes.ts';
import type { Locale } from '#domain/locales.ts';

/** The first consent text: the wording beside the checkbox for text messages. */
export const TEXT_MESSAGES_CONSENT = {
  slug: 'text-messages',
  name: 'Text messages',
  purpose: 'text-messages' satisfies ConsentPurpose,
  language: 'en' satisfies Locale,
  wording:
    'Yes, {brand} may send me text messages at the number I entered, with the information I asked for and about my request: up to 6 messages a month. Message and data rates may apply. I can reply STOP to end them, or HELP for help. My consent is not a condition of treatment or of buying anything. See the {terms} and the {privacy}.',
};
