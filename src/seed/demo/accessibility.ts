import { body, bullets, callToAction, h2, p } from '../rich-text-markup.ts';
import type { PageSeed } from '../seed-types.ts';

/** Accessibility statement. It claims only what has been tested. */
export const accessibility: PageSeed = {
  slug: 'accessibility',
  title: 'Accessibility',
  summary:
    'We want everyone to be able to read this site and ask for help. Here is what we test, what we know is missing, and how to tell us.',
  body: body(
    h2('What we aim for'),
    p(
      'Our goal is the Web Content Accessibility Guidelines (WCAG) 2.2, level AA. We have tested the site against that goal ourselves. No outside expert has audited it.',
    ),

    h2('What you can do'),
    bullets(
      'Read every page and send every form with scripts turned off.',
      'Fill in and send a form with the keyboard alone, and see where you are.',
      'Skip to the text with the first link of each page.',
      'Use light or dark colors, as your device is set or as you choose at the foot of a page.',
    ),

    h2('How it is tested'),
    p(
      'Each time the site changes, a program called axe checks its pages for known barriers, in light and in dark. It checks the forms with and without mistakes in them. Another test fills in and sends a form by keyboard.',
    ),

    h2('What we know is missing'),
    bullets(
      'Tests by people who use a screen reader every day have not been done.',
      'A program can find only some barriers. Others may be left.',
      'The texts are in English only, and there are no versions in sign language.',
      'We do not control the websites that we link to.',
    ),

    h2('If something does not work for you'),
    p(
      'Tell us which page it was and what happened. You do not have to say anything about your health. You can write to the address at the foot of every page, call, or send us the form that is linked below. If you cannot use the form, call us and we will take your request by phone.',
    ),
    p(
      'We answer within five working days. This is a demonstration, though: the address and the phone number are samples, and nobody answers there.',
    ),
    callToAction('let-us-help', 'panel'),
  ),
  seo: {
    title: 'Accessibility',
    description:
      'What we aim for, what we test, what we know is missing, and how to tell us when something on this site does not work for you.',
  },
};
