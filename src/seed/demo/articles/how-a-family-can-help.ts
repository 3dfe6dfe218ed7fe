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
import { crisisLines } from '../../essentials/crisis-lines.ts';
import { SOURCES } from '../sources.ts';

export const howAFamilyCanHelp: ArticleSeed = {
  slug: 'how-a-family-can-help',
  title: 'How a family can help',
  summary:
    'For partners, parents, grown children and friends: how to begin the talk, what makes treatment easier, and how to look after yourself meanwhile.',
  picture: 'kitchen-table',
  authors: ['sample-writer-two', 'sample-editor'],
  topics: ['family-and-friends', 'starting-treatment'],
  stages: ['call-for-help', 'intensive-outpatient-program'],
  citations: [
    SOURCES['nida-words-matter'],
    SOURCES['samhsa-tip-39'],
    SOURCES['samhsa-national-helpline'],
  ],
  related: ['what-detox-involves', 'what-happens-in-group-therapy', 'after-an-iop'],
  body: body(
    p(
      'You hear the key in the lock, and before the door is open you are listening to how the feet come up the stairs. You know within three steps what kind of night it will be. Nobody else in the building can hear what you hear. If that is your evening, this page is for you.',
    ),

    h2('Begin with a short talk'),
    p(
      'Choose an hour when the other person has not been drinking or using and neither of you has to be anywhere. Say what you saw and what you felt. “I found you on the bathroom floor on Friday, and I was scared” is hard to argue with. Then ask a question and wait for the answer, even if it takes a while.',
    ),
    p(
      'You do not have to win. It is enough if the other person knows that you will help them find treatment, and that the offer stands next week as well. You can make [a call for help](stage:call-for-help) on your own, ask your questions first and tell them later what you heard.',
    ),
    callout(
      'safety',
      'Before anyone stops',
      p(
        'Please do not press someone to stop alcohol or benzodiazepines (such as Xanax or Valium) all at once at home. Withdrawal can be life-threatening. A doctor or nurse can say what is safe. After a break from opioids, overdose is more likely, so ask about medication and keep naloxone in the house.',
      ),
      crisisLines(),
    ),

    h2('Words at the kitchen table'),
    p(
      'Shame keeps people from asking for help. NIDA asks health workers to choose words that put the person first, since labels can make people less willing to seek treatment.[^nida-words-matter] The same holds at home. Your brother is a person with a substance use disorder. He is also the one who can fix the boiler. Say his name more often than you say the name of the illness.',
    ),

    h2('What makes treatment easier'),
    p(
      'SAMHSA’s guide on families says that a substance use disorder touches the whole family, and that in most cases it helps to have family take part in treatment.[^samhsa-tip-39] Programs may offer classes for relatives, or sessions where all of you sit down with a counselor. If you are invited, go, even if you are still angry. You can say so there.',
    ),
    p('The rest is practical, and it adds up:'),
    bullets(
      'Drive, or find out which bus goes there and when the last one comes back.',
      'Take the children on session nights, and keep that night free for weeks ahead.',
      'Move alcohol and spare pills out of the house. Many pharmacies take old medicines back.',
      'Learn what the [program](article:understanding-intensive-outpatient-treatment) asks of people, so that nine hours a week does not turn into a fight about dinner.',
      'Ask “What would help tonight?” and take the answer as it is.',
    ),
    p(
      'Your relative may not want you to know it all. Treatment is private, and a counselor may need written consent to speak with you. You can still tell the counselor what you have seen.',
    ),

    h2('Say what you can and cannot do'),
    p(
      'You may have paid a fine, called in sick for someone or told your mother that it was the flu. Most people in your place have. It is all right to stop. Choose one thing that you will no longer do, say it in a calm hour, and add what you will do instead: “I will not lend you money. I will come with you on Thursday.” If you are ever afraid of someone in your home, get to a safe place first. The talk can wait.',
    ),

    h2('You need someone too'),
    p(
      'Sleep, eat, see the friend who makes you laugh. There are groups for relatives in most cities and online, and you can go even if the person you worry about never gets treatment. A counselor of your own is a good idea as well. SAMHSA’s helpline is open to family members, in English and Spanish, at no cost.[^samhsa-national-helpline]',
    ),
    p(
      'Things may go well for months and then not. A return to use can happen, and it does not undo what came before. [After an IOP](article:after-an-iop) tells what can help then.',
    ),
    p('If you do not know where to start, write to us. A line is enough.'),
    callToAction('let-us-help', 'form'),
    related('Read on', 'what-detox-involves', 'what-happens-in-group-therapy', 'after-an-iop'),
    sources(),
  ),
  seo: {
    title: 'How a family can help someone into treatment',
    description:
      'How to begin the talk, which words help, what makes treatment easier for someone you love, and where you can find support yourself.',
  },
};
