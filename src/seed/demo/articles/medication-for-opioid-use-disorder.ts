import {
  body,
  bullets,
  callout,
  callToAction,
  h2,
  p,
  questions,
  related,
  sources,
} from '#seed/rich-text-markup.ts';
import type { ArticleSeed } from '#seed/seed-types.ts';
import { crisisLines } from '../../essentials/crisis-lines.ts';
import { SOURCES } from '../sources.ts';

export const medicationForOpioidUseDisorder: ArticleSeed = {
  slug: 'medication-for-opioid-use-disorder',
  title: 'Medication for opioid use disorder',
  summary:
    'Three medicines can treat opioid use disorder. What each one does, how you get it, how long people take it, and how to stay safe after a break.',
  picture: 'a-way-through',
  authors: ['sample-writer-one'],
  topics: ['medication', 'starting-treatment'],
  stages: ['supervised-detox', 'living-in-the-community'],
  citations: [SOURCES['nida-treatment-and-recovery'], SOURCES['samhsa-tip-63']],
  related: ['what-detox-involves', 'after-an-iop'],
  body: body(
    p(
      '“So you take a drug to get off a drug?” Maybe your uncle said it over dinner. Maybe you have asked it yourself, with the prescription in your hand. It is a fair question, and it has a good answer.',
    ),

    h2('What the medicine is for'),
    p(
      'Opioids are drugs like heroin, fentanyl and some pain pills. When you have taken them for a long time, your brain comes to expect them. Without them you get sick, and the wish for more can crowd out every other thought. The right medicine, at a steady dose, can calm both. You can eat, sleep, get to work and hear what your daughter is telling you.',
    ),
    p(
      'NIDA says that medication should come first in treatment for opioid use disorder, and that it is most often used along with counseling or therapy.[^nida-treatment-and-recovery] SAMHSA’s guide calls these medicines safe and effective when they are used as they should be. They can help people stop or cut down opioid use and do better in daily life.[^samhsa-tip-63]',
    ),

    h2('The three medicines'),
    p('The Food and Drug Administration has approved three of them for this use.[^samhsa-tip-63]'),
    bullets(
      '**Methadone** eases withdrawal and craving. You get it from a special clinic, called an opioid treatment program. At first you go there on most days. Later you may be given doses to take at home.',
      '**Buprenorphine** also eases withdrawal and craving. A doctor or another prescriber can order it. It comes as a film or tablet that melts in your mouth, or as a shot that lasts longer.',
      '**Naltrexone** works in another way: it blocks the effect of opioids. The form used for opioid use disorder is a shot about once a month. You have to be off all opioids for a time before the first one, or it will bring on withdrawal.',
    ),
    p(
      'Which one fits depends on your health, on what you have tried, on where you live and on what you want. You and the prescriber choose together. If the first does not suit you, you can ask about another.',
    ),

    h2('After a break, the risk is higher'),
    p(
      'Your body gets used to opioids, and it loses that again within a short time. After detox, a hospital stay or time in jail, an amount that you once took each day can stop your breathing. Stopping the medication raises the risk of overdose too.[^samhsa-tip-63] So please do not leave [supervised detox](stage:supervised-detox) without asking what you can be offered for the weeks after.',
    ),
    callout(
      'safety',
      'If someone may have overdosed',
      p(
        'Signs are slow breathing or none, lips that turn blue or gray, and a person you cannot wake. Call [911](tel:911). Give naloxone if you have it. It can bring back breathing after an opioid overdose, and it does no harm if opioids were not the cause. Stay until help is there.',
      ),
      p(
        'You can buy naloxone nasal spray without a prescription. It is wise to keep some where you live, and to tell the people around you where it is.',
      ),
      crisisLines(),
    ),

    h2('Life with it'),
    p(
      'For many people, it becomes a small part of the morning. You take the dose, you have coffee, you catch the bus. You see the prescriber often at first and less often later. A person who takes medication as prescribed can be in recovery, fully. If someone in a group tells you otherwise, you may bring that to the leader, or find a group that sees it differently.',
    ),
    questions('Questions people ask', [
      {
        question: 'How long will I take it?',
        answer: [
          p(
            'As long as it helps you. There is no set end date, and for some people that means years.[^samhsa-tip-63] If you wish to stop, plan it with your prescriber and go slowly.',
          ),
        ],
      },
      {
        question: 'Can I take it during an intensive outpatient program?',
        answer: [
          p(
            'In many programs, yes. Ask before you start. If a program wants you to stop a medicine that helps you, look for another one or talk with your prescriber first. Here is [how an IOP works](article:understanding-intensive-outpatient-treatment).',
          ),
        ],
      },
      {
        question: 'What if I am pregnant?',
        answer: [
          p(
            'Tell a doctor or midwife soon, and do not stop opioids or your medication on your own. Methadone and buprenorphine are both used in pregnancy.[^samhsa-tip-63] Your doctor will go through the choices with you.',
          ),
        ],
      },
      {
        question: 'Is there medication for alcohol use disorder?',
        answer: [
          p(
            'Yes, there are other medicines for that. Ask your doctor which could be right for you. Do not stop drinking all at once without advice if you drink a lot each day, because withdrawal can be dangerous. See [what detox involves](article:what-detox-involves).',
          ),
        ],
      },
    ]),
    p(
      'If you would like to read more before you speak to anyone, we can send some information to your phone.',
    ),
    callToAction('text-info', 'form'),
    related('Read on', 'what-detox-involves', 'after-an-iop'),
    sources(),
  ),
  seo: {
    title: 'Medication for opioid use disorder',
    description:
      'Methadone, buprenorphine and naltrexone in plain words: what they do, how you get them, how long people take them, and how to stay safe.',
  },
};
