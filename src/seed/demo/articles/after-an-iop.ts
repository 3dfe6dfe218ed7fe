import {
  body,
  bullets,
  callout,
  callToAction,
  h2,
  p,
  pathway,
  related,
  sources,
} from '#seed/rich-text-markup.ts';
import type { ArticleSeed } from '#seed/seed-types.ts';
import { crisisLines } from '../../essentials/crisis-lines.ts';
import { SOURCES } from '../sources.ts';

export const afterAnIop: ArticleSeed = {
  slug: 'after-an-iop',
  title: 'After an IOP: the first months',
  summary:
    'When the program ends, evenings get longer. What continuing care can look like, who can stay near you, and what to do after a return to use.',
  picture: 'living-in-the-community',
  authors: ['sample-writer-two'],
  topics: ['after-treatment', 'work-and-daily-life'],
  stages: ['living-in-the-community'],
  citations: [
    SOURCES['samhsa-tip-47'],
    SOURCES['surgeon-general-2016'],
    SOURCES['nida-treatment-and-recovery'],
    SOURCES['samhsa-tip-63'],
  ],
  related: ['going-back-to-work', 'how-a-family-can-help', 'medication-for-opioid-use-disorder'],
  body: body(
    p(
      'On the last evening there is cake, and somebody from the group cries, and it may be you. Then it is Thursday. Nobody expects you at six. You stand in the supermarket with a basket and more time than you have had in months.',
    ),
    p('This page is about that Thursday and the ones that follow.'),

    h2('Less care, but still care'),
    p(
      'An intensive outpatient program is meant to be followed by something lighter, which is called continuing care.[^samhsa-tip-47] You might see a counselor each week, later every other week. Some programs have a group for people who have finished, and you can drop in when you want to. If you take medication, you go on with it for as long as it helps you.',
    ),
    p(
      'Set up the first visits before your last day. A date on the fridge is easier to keep than a promise to call. Ask your counselor:',
    ),
    bullets(
      'Who will I see next, where, and on which day?',
      'Whom do I call on a weekend?',
      'Can I come back for a while if I need more again?',
      'Who writes my prescriptions from now on?',
    ),

    h2('People who stay near'),
    p(
      'The Surgeon General’s report on addiction speaks of many paths to recovery and describes several kinds of support for the time after treatment.[^surgeon-general-2016] You can try more than one.',
    ),
    bullets(
      '**Mutual aid groups** are run by members, cost nothing and meet in most towns and online. Some follow twelve steps and others do not. Visit three before you make up your mind.',
      '**A recovery coach** has often been through it and helps with daily matters, from forms to finding a gym.',
      '**Recovery housing** is a home shared with others who want the same thing. It can help if your old place is full of old evenings.',
    ),
    p(
      'Family and friends are support as well. They may be unsure what to say now that the program is over. [How a family can help](article:how-a-family-can-help) could be a page to send them.',
    ),

    h2('The shape of a week'),
    p(
      'Structure was half of what the program gave you. Build some of your own. Cook on Mondays, swim on Wednesdays, call your sister on the way home. Sleep at the same hours when you can. [Work](article:going-back-to-work) fills some of the days, and something you enjoy should fill others.',
    ),
    p(
      'Cravings may still come, often by surprise: a song, a payday, a warm evening with the windows open. Most of them pass if you do something else and tell someone. Write down now what you would do, on a card, with two phone numbers. At nine in the evening it is hard to invent a plan.',
    ),

    h2('If you return to use'),
    p(
      'It can happen. NIDA says that a return to use does not mean that treatment has failed. It means that you should talk with your doctor about going back to treatment, changing it or trying something else.[^nida-treatment-and-recovery] What you have learned is still yours.',
    ),
    p(
      'Call someone the same day if you can: your counselor, your coach, the person from group who gave you a number. Say it in one sentence. You may need a few more sessions, a new dose, or a week of more care. All of that exists.',
    ),
    callout(
      'safety',
      'After a break, the body can take less',
      p(
        'If you used opioids before, the amount from back then can now cause an overdose.[^samhsa-tip-63] [Medication](article:medication-for-opioid-use-disorder) lowers the risk. Keep naloxone at home, and make sure that someone near you knows how to use it.',
      ),
      p(
        'If you have started drinking daily or taking benzodiazepines again, do not stop all at once on your own. Withdrawal can be life-threatening. Ask a doctor or nurse first.',
      ),
      crisisLines(),
    ),
    pathway(
      'Where you are on the way',
      'This is the last stage and the longest. You can step back to an earlier one at any time.',
    ),
    p(
      'If you finished a program some time ago and would like to know what is near you now, we can send you information. You need not talk to anyone for it.',
    ),
    callToAction('text-info', 'panel'),
    related(
      'Read on',
      'going-back-to-work',
      'how-a-family-can-help',
      'medication-for-opioid-use-disorder',
    ),
    sources(),
  ),
  seo: {
    title: 'After an IOP: the first months',
    description:
      'What can follow an intensive outpatient program: continuing care, people who stay near, the shape of a week, and a plan for hard evenings.',
  },
};
