import { fillInWording } from '#domain/consent-wording-template.ts';
import type { Question } from '#domain/questions.ts';
import type { SubmissionKind } from '#domain/submission-kinds.ts';
import type { CallToActionView } from '#domain/view-models.ts';

const WORDING =
  'I agree to text messages from {brand}, up to 4 a month. Message and data rates may apply. Reply STOP to end them, HELP for help. This is not a condition of treatment. See the {terms} and the {privacy}.';

/** Builds the view of a call to action of this kind. */
export const buildCallToActionView = (
  kind: SubmissionKind,
  questions: Question[] = [],
): CallToActionView => ({
  slug: kind,
  kind,
  heading: 'Would you like someone to call you?',
  text: 'It costs nothing.',
  button: 'Ask for a call',
  href: `/requests/${kind}`,
  fullUrl: `https://example.org/requests/${kind}`,
  questions,
  responder: { name: 'Sample Publisher', role: 'a referral service', paidByProviders: false },
  consent: { slug: 'text-messages', version: 1, wording: fillInWording(WORDING, 'Throughcare') },
  hours: {
    timeZone: 'America/New_York',
    hours: [{ day: 'monday', opens: '09:00', closes: '17:00' }],
  },
  phoneLine: { label: '(212) 555-0142', href: 'tel:+12125550142' },
});
