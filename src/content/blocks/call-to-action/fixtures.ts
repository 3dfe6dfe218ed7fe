import type { BlockView } from '#content/blocks/block-view.ts';
import { fillInWording } from '#domain/consent-wording-template.ts';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import type { CallToActionView } from '#domain/view-models.ts';
import type { CallToActionBlock } from '#payload-types.ts';

const BRAND = 'Example Care';

const requestCallView: CallToActionView = {
  slug: 'request-call',
  kind: 'request-call',
  heading: 'Would you like someone to call you?',
  text: 'A coordinator calls you, listens, and tells you what the next step could be. The call costs nothing. You do not have to agree to anything.',
  button: 'Ask for a call',
  href: '/requests/request-call',
  fullUrl: 'https://example.org/requests/request-call',
  questions: [],
  responder: {
    name: BRAND,
    role: 'an information service, not a treatment provider',
    paidByProviders: false,
  },
  consent: {
    slug: 'text-messages',
    version: 1,
    wording: fillInWording(
      'I agree that {brand} may send me text messages about treatment, up to four a month. Message and data rates may apply. Reply STOP to end or HELP for help. Agreeing is not a condition of treatment. See the {terms} and the {privacy}.',
      BRAND,
    ),
  },
  hours: {
    timeZone: 'America/New_York',
    hours: (['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).map((day) => ({
      day,
      opens: '09:00',
      closes: '19:00',
    })),
  },
};

const crisisLines = [...CRISIS_LINES];

const baseBlock = {
  blockType: 'call-to-action',
  callToAction: 'a-call-to-action',
  fromPath: '/articles/understanding-intensive-outpatient-treatment',
  crisisLines,
} as const;

export const fixtures = {
  panel: { ...baseBlock, show: 'panel', callToActionView: requestCallView },
  form: {
    ...baseBlock,
    show: 'form',
    callToActionView: {
      ...requestCallView,
      slug: 'text-info',
      kind: 'text-info',
      heading: 'Not ready to talk?',
      text: 'We can send you information about treatment by text message, to read when you are alone. We charge nothing for it, and you can stop it at any time by replying STOP.',
      button: 'Get information by text',
      href: '/requests/text-info',
      fullUrl: 'https://example.org/requests/text-info',
    },
  },
  link: {
    ...baseBlock,
    // Editors can choose “form” although a link has none.
    show: 'form',
    callToActionView: {
      ...requestCallView,
      slug: 'editorial-policy',
      kind: 'link',
      heading: 'How we write',
      text: 'Who writes these pages, who checks them, and what they may not do.',
      button: 'Read our editorial policy',
      href: '/editorial-policy',
      fullUrl: 'https://example.org/editorial-policy',
    },
  },
  'phone line': {
    ...baseBlock,
    show: 'panel',
    callToActionView: {
      ...requestCallView,
      slug: 'call-us',
      kind: 'phone-line',
      heading: 'Would you rather call us?',
      text: 'A coordinator answers Monday to Friday. The call costs what a call costs you anywhere.',
      button: 'Call 212-555-0123',
      href: 'tel:+12125550123',
      fullUrl: 'tel:+12125550123',
      phoneLine: { label: '212-555-0123', href: 'tel:+12125550123' },
    },
  },
  'not published': { ...baseBlock, show: 'panel' },
} satisfies Record<string, BlockView<CallToActionBlock>>;
