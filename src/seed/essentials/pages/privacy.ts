import { body, bullets, callout, h2, p } from '#seed/rich-text-markup.ts';
import type { PageSeed } from '#seed/seed-types.ts';

export const privacy: PageSeed = {
  slug: 'privacy',
  title: 'Privacy policy',
  summary:
    'What this website keeps about you when you send a request, why, for how long, and how you can ask us to show or erase it.',
  body: body(
    callout(
      'note',
      'This is a template',
      p(
        'The publisher of this website must complete it, and a lawyer must review it, before it is used. Words in square brackets are blanks to fill in. They are not yet true of anyone.',
      ),
    ),
    p(
      '[Name of the company] runs this website. In this policy, “we” means that company. You can write to us at [postal address] or [email address].',
    ),

    h2('If you only read'),
    p(
      'You can read every page without telling us who you are. There are no ads here, and no trackers. Our pages load nothing from other companies: no fonts, no scripts, no pictures and no cookies of theirs. We do not build a profile of what you read. If you choose light or dark colors, your own browser keeps that, and the link that leaves this site clears it.',
    ),
    p(
      'To send you a page, the server has to see the network address of your device. [Name of the hosting company] runs the server for us. It keeps these addresses for [number of days] to protect the service.',
    ),
    p(
      'A page may link to another website, such as a crisis line. Once you follow a link, that website’s own rules apply.',
    ),

    h2('If you send us a request'),
    p('We keep what you send and a record of what you agreed to:'),
    bullets(
      'your name, email address and phone number, as far as the form asked for them',
      'your answers, such as a message, what to know before we contact you, or if we may leave a voicemail',
      'the exact wording that was shown beside each box for consent, which version of it that was, and if you ticked the box',
      'the page you sent it from',
      'the date and time',
      'the network address it came from',
      'what we did after that, such as when we called you',
    ),
    p(
      'A request can show that you are looking for treatment. We know that this is private. What you write in a form stays out of web addresses and out of our technical logs.',
    ),

    h2('What we use it for'),
    bullets(
      'We use your contact details and your answers to do what you asked: to call, to write, to send a text or to meet.',
      'We keep the record of consent so that we can show what you agreed to.',
      'We use the network address to guard against misuse and as part of that record.',
    ),
    p('We do not use it for ads. We do not sell it. [Publisher to confirm.]'),

    h2('Who sees it'),
    p(
      'Our coordinators and the people who run this system see your request. We tell others about you only if you ask us to, for example when you want us to speak with a program, or if the law makes us do so. [List any service that handles data for you, such as hosting, email or text messages, and say what each one sees.]',
    ),

    h2('How long we keep it'),
    p(
      'We keep a request for [length of time] after it is closed, and the record of consent for [length of time]. Then we erase them. If you ask us not to contact you, we keep a coded form of your phone number or email address. We need it so that we do not contact you by mistake.',
    ),

    h2('What you can ask for'),
    bullets(
      'You can ask what we hold about you, and we will show you.',
      'You can ask us to correct it or to erase it.',
      'You can take back your consent at any time. To end text messages, reply STOP to any of them.',
      'You can ask us not to contact you again.',
    ),
    p(
      'Write to [email address] or call [phone number]. We will answer within [number of days]. We may need to make sure that it is you who asks.',
    ),

    h2('Laws that may apply'),
    p(
      '[Counsel to complete: say which laws apply to the publisher. Look at HIPAA, 42 CFR Part 2, the FTC Act and its Health Breach Notification Rule, and the health privacy laws of each state you serve.]',
    ),

    h2('Children'),
    p('This website is meant for people who are [age] or older. [Counsel to complete.]'),

    h2('Changes'),
    p(
      'When we change this policy, we put the new text here with its date. This text is dated [date]. The [terms of use](page:terms) go with it.',
    ),
  ),
  seo: {
    title: 'Privacy policy',
    description:
      'What is kept when you send a request, who sees it, for how long, and how to have it erased. A template that the publisher completes.',
  },
};
