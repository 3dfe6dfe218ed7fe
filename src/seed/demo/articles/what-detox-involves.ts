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

export const whatDetoxInvolves: ArticleSeed = {
  slug: 'what-detox-involves',
  title: 'What supervised detox involves',
  summary:
    'Who needs supervised detox, what happens from the first questions to the last day, and why it is a beginning and not the whole of treatment.',
  picture: 'supervised-detox',
  authors: ['sample-writer-two'],
  topics: ['starting-treatment', 'kinds-of-care'],
  stages: ['supervised-detox'],
  citations: [SOURCES['samhsa-tip-45'], SOURCES['nida-principles'], SOURCES['samhsa-tip-63']],
  related: ['medication-for-opioid-use-disorder', 'residential-or-outpatient'],
  body: body(
    p(
      'Perhaps you have tried it already. You meant to stop on Sunday. By Monday noon your hands shook so much that you hid them under the desk, and in the evening you took something to make it end. What you felt has a name, withdrawal, and there are people whose work is to bring you through it.',
    ),

    h2('What the word means'),
    p(
      'Detox is short for detoxification. It is care for the days in which alcohol or another drug leaves your body. SAMHSA’s guide describes three parts.[^samhsa-tip-45]',
    ),
    bullets(
      '**Finding out.** Someone asks about your health and what you take, and tests show what is in your body.',
      '**Getting steady.** The team helps you through withdrawal, often with medication, until your body is stable.',
      '**Getting ready.** You talk about the treatment that comes next, and someone helps you get there.',
    ),

    h2('Who needs it'),
    p(
      'Not everyone does. A doctor or nurse decides this with you. They will want to know what you take, how much, how often and since when. They will ask if you have ever had a seizure, if you are pregnant, and what other medicines you use. Try to answer fully, even where it is hard. The true number helps them choose the right care.',
    ),
    p(
      'Some people stay in a hospital or a detox unit. Others can sleep at home and come in to be checked, if a professional finds that this is safe.[^samhsa-tip-45]',
    ),
    callout(
      'safety',
      'Please do not stop all at once on your own',
      p(
        'Withdrawal from alcohol or benzodiazepines (such as Xanax or Valium) can become life-threatening. Seizures are one of the dangers.[^samhsa-tip-45] Stay in touch with a doctor or nurse until you have a plan. If someone has a seizure, is very confused or sees things that are not there, call 911.',
      ),
      crisisLines(),
    ),

    h2('What the days are like'),
    p(
      'On the first day there are many questions and some forms. Someone takes your blood pressure and pulse, and they will do it again and again, at night too. You may be given medication that makes withdrawal safer or easier to bear. You are asked to drink water and to eat what you can.',
    ),
    p(
      'The hours in between can be long. You may sleep at odd times, sweat, feel sick, cry or get angry for no clear reason. Tell the nurse. There is often something that helps, and nobody on a detox unit is shocked by it.',
    ),
    p(
      'For many people this takes several days. It can be less or more, since each drug leaves the body at its own speed and each body is different. Before you go, you can ask:',
    ),
    bullets(
      'May I keep my phone, and can I have visitors?',
      'What should I bring, and what must stay at home?',
      'Which of my own medicines will I go on taking?',
      'Who looks for my next place of treatment, and when do we start on that?',
    ),

    h2('Where it leads'),
    p(
      'Detox is the first stage of treatment. On its own, it does little to change drug use in the long run.[^nida-principles] The weeks after it count for a lot, so the best time to plan them is while you are still there. Some people move into [therapy or residential care](stage:therapy-and-residential-care). Others go home and start [an intensive outpatient program](article:understanding-intensive-outpatient-treatment).',
    ),
    p(
      'If opioids are part of your story, ask about medication before you leave. After a break, your body can handle less than it used to, and the old amount can now cause an overdose.[^samhsa-tip-63] [Medication for opioid use disorder](article:medication-for-opioid-use-disorder) lowers that risk. Ask for naloxone as well, a spray or shot that can reverse an opioid overdose, and tell the people you live with where you keep it.',
    ),

    pathway(
      'Where detox stands on the way',
      'It comes early. You can open each stage to see what happens there.',
    ),
    p(
      'If you are not sure that you need detox, you do not have to work it out by yourself. Someone can call and help you find a professional to ask.',
    ),
    callToAction('request-call', 'panel'),
    related('Read on', 'medication-for-opioid-use-disorder', 'residential-or-outpatient'),
    sources(),
  ),
  seo: {
    title: 'What supervised detox involves',
    description:
      'Who needs supervised detox, what the days are like, what to ask before you go, and what comes after. In plain words, with sources.',
  },
};
