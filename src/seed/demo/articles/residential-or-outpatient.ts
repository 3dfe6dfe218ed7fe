import {
  body,
  bullets,
  callout,
  callToAction,
  h2,
  p,
  related,
  sources,
} from '#seed/rich-text-markup.ts';
import type { ArticleSeed } from '#seed/seed-types.ts';
import { SOURCES } from '../sources.ts';

export const residentialOrOutpatient: ArticleSeed = {
  slug: 'residential-or-outpatient',
  title: 'Residential or outpatient: how to weigh the two',
  summary:
    'One means living at a program for a while, the other means coming in from home. Here is what each offers and what can help you choose.',
  picture: 'two-paths',
  authors: ['sample-writer-one'],
  topics: ['kinds-of-care', 'starting-treatment'],
  stages: ['therapy-and-residential-care', 'intensive-outpatient-program'],
  citations: [
    SOURCES['asam-criteria'],
    SOURCES['nida-principles'],
    SOURCES['mccarty-2014'],
    SOURCES['samhsa-tip-47'],
  ],
  related: [
    'understanding-intensive-outpatient-treatment',
    'what-detox-involves',
    'going-back-to-work',
  ],
  body: body(
    p(
      'There are two phone numbers on the back of an envelope. The first is for a house in the hills where you would live for a month. The second is for a program six stops away that lets you out at nine in the evening. You have looked at both for a week. They are two good kinds of help, and which one fits depends on things you can name.',
    ),

    h2('What each one means'),
    p(
      '**Residential treatment** means that you live where you are treated. There are staff day and night. Meals, sleep and sessions have fixed times, and the street where you used to buy is far away. Stays run from some weeks to many months. You can read more under [therapy and residential care](stage:therapy-and-residential-care).',
    ),
    p(
      '**Outpatient treatment** means that you live at home and come in. This can be as little as an hour a week. An [intensive outpatient program](stage:intensive-outpatient-program), or IOP, asks for more: nine or more hours a week for adults.[^asam-criteria]',
    ),

    h2('What to ask yourself'),
    p(
      'NIDA puts it plainly: no single treatment is right for everyone.[^nida-principles] A professional will talk through your answers with you before they suggest a level of care. It helps to have thought about these on your own first.',
    ),
    bullets(
      'Is my home safe tonight? Does anyone there drink or use?',
      'Do I have an illness, or thoughts of hurting myself, that should have someone close by day and night?',
      'Who depends on me, and who could step in for a month?',
      'What have I tried before, and at which hour of the day did it come apart?',
      'What will my insurance pay for, and what would I owe?',
    ),
    p(
      'If a question makes you want to shut the page, it may be the one to bring up first. If thoughts of suicide are part of your answer, call or text [988](tel:988) now. You do not have to wait for a program.',
    ),

    h2('What the research says'),
    p(
      'Many people believe that going away must work better, because it is harder. A review of studies did not find that. For most people, IOPs did as well as inpatient care, and use of alcohol and drugs went down in all of the studies.[^mccarty-2014]',
    ),
    p(
      'That does not hold for everyone. If withdrawal could be dangerous for you, or if you are very ill in body or mind, care around the clock may be the safer choice. That is why someone trained should look at it with you, and why it makes sense to ask [what detox involves](article:what-detox-involves) before anything else.',
    ),

    h2('You can change course'),
    p(
      'This choice is not for life. Care is built so that people can step up to more of it or down to less as their needs change.[^samhsa-tip-47] Someone may spend four weeks in a house and then three months in an IOP. Someone else starts in an IOP, finds the evenings at home too hard, and moves in somewhere for a while. Both are using treatment the way it is meant to be used.',
    ),
    p(
      'Work and children often tip the scale. If a job is what keeps you at home, read [going back to work](article:going-back-to-work) before you decide that you cannot leave it. If a small child is, ask each program about that on the phone. Some have room for parents with children.',
    ),

    callout(
      'note',
      'Questions for any program',
      p('You may read these out on the phone. Good programs are used to them.'),
      bullets(
        'Who would treat me, and what license do they hold?',
        'Can I get medication here, or go on with what I take?',
        'How will my family be part of it, if I want that?',
        'What happens if I return to use while I am with you?',
        'What do I pay in all, and what comes after the last day?',
      ),
    ),
    p(
      'It can also help to say it all out loud once, to someone with no stake in the answer at home.',
    ),
    callToAction('schedule-call', 'panel'),
    related(
      'Read on',
      'understanding-intensive-outpatient-treatment',
      'what-detox-involves',
      'going-back-to-work',
    ),
    sources(),
  ),
  seo: {
    title: 'Residential or outpatient treatment: how to choose',
    description:
      'What residential and outpatient treatment offer, what research says, and the questions that can help you choose between them.',
  },
};
