import {
  body,
  bullets,
  callout,
  callToAction,
  h2,
  p,
  pathway,
  picture,
  questions,
  related,
  sources,
} from '#seed/rich-text-markup.ts';
import type { ArticleSeed } from '#seed/seed-types.ts';
import { crisisLines } from '../../essentials/crisis-lines.ts';
import { SOURCES } from '../sources.ts';

export const understandingIntensiveOutpatientTreatment: ArticleSeed = {
  slug: 'understanding-intensive-outpatient-treatment',
  title: 'Understanding intensive outpatient treatment for addiction',
  summary:
    'What an intensive outpatient program (IOP) is, whom it suits, what comes before and after it, and how you can reach a person to talk it over.',
  picture: 'intensive-outpatient-program',
  authors: ['sample-writer-one'],
  topics: ['kinds-of-care', 'starting-treatment'],
  stages: ['intensive-outpatient-program'],
  citations: [
    SOURCES['asam-criteria'],
    SOURCES['samhsa-tip-47'],
    SOURCES['nida-principles'],
    SOURCES['mccarty-2014'],
    SOURCES['nida-treatment-and-recovery'],
    SOURCES['samhsa-advisory-iop'],
    SOURCES['samhsa-tip-45'],
    SOURCES['samhsa-tip-63'],
  ],
  related: ['residential-or-outpatient', 'what-happens-in-group-therapy', 'after-an-iop'],
  body: body(
    p(
      'Someone has said three letters to you: IOP. Perhaps it was a doctor, a counselor or your sister, and perhaps you nodded and looked it up later, on your phone, in the dark. This page tells you what the letters stand for, whom this kind of care suits and how people get there.',
    ),
    picture('a-way-through', 'Treatment can have several stages. Not everyone needs each of them.'),

    h2('What treatment is made of'),
    p(
      'Treatment for a substance use disorder usually has more than one part. It often starts with [supervised detox](stage:supervised-detox). There, trained people keep you safe while your body learns to do without alcohol or another drug. Then comes the longer part: finding out how to live your days without it.',
    ),
    p(
      'An intensive outpatient program, or IOP, belongs to that longer part. You come to the program on several days of the week, and you sleep in your own bed. It is meant for people who have a safe home, with someone in it or near it who is on their side, and who want the structure of a program by day. For adults, an IOP means nine or more hours of planned sessions a week.[^asam-criteria] Three mornings of three hours each would be one way to fill them.',
    ),

    h2('Why there are so many of these programs'),
    p(
      'Look up your own city and you may find a long list. One reason is that the need has grown, and this kind of care has grown with it. SAMHSA, the federal agency for this field, wrote a guide to help programs as they spread and began to treat a wider range of people.[^samhsa-tip-47]',
    ),
    p(
      'The other reason is time. Change comes slowly, and it holds better when it comes in steps. The National Institute on Drug Abuse (NIDA) says that most people need at least three months of treatment to stop or greatly reduce their use, and that more time tends to bring better results.[^nida-principles] Few of us can leave home for that long. A program across town can go on for months, with fewer hours a week as you find your feet.',
    ),

    h2('Whom it suits'),
    p('An IOP asks for something to stand on. It may suit you if most of this is true:'),
    bullets(
      'You have a safe place to sleep and at least one person who supports you.',
      'You do not need medical detox or someone to watch over you day and night.[^mccarty-2014]',
      'You want to keep a job, a class or the school run going.',
      'You can get to the sessions, by bus, by car or, in some programs, by video.',
    ),
    p(
      'Once the body is steady, the work that is left has to do with feelings and with what you do when they come. What happens at six on a bad Tuesday? Whom do you call? NIDA writes that addiction can be treated. Treatment does not cure it, but it helps you manage it, as people do with asthma or heart disease.[^nida-treatment-and-recovery]',
    ),
    p(
      'An IOP often picks up where inpatient care leaves off. SAMHSA names two more ways in: it can be the first treatment you have, or a step up when weekly counseling is too little.[^samhsa-advisory-iop] A review of the research found that IOPs do as well as inpatient care for most people.[^mccarty-2014]',
    ),

    h2('It begins with a call for help'),
    p(
      'The first step is [a call for help](stage:call-for-help). You may be the one who calls, or it may be someone who loves you, late, with the kitchen door shut. The person who answers will ask what is going on and what you would like to happen.',
    ),
    p(
      'Many people then start with supervised detox. Not everyone needs it. A doctor or nurse decides that with you, after asking what you take, how much and for how long. You can read [what detox involves](article:what-detox-involves) before you call.',
    ),
    callout(
      'safety',
      'Stopping alone at home can be dangerous',
      p(
        'If you stop alcohol or benzodiazepines (such as Xanax or Valium) all at once, withdrawal can become life-threatening.[^samhsa-tip-45] Talk with a doctor or nurse before you stop.',
      ),
      p(
        'After a break from opioids, your body can handle less than before, so the risk of overdose is higher. This is why [medication](article:medication-for-opioid-use-disorder) is offered.[^samhsa-tip-63]',
      ),
      crisisLines(),
    ),

    h2('Then the work with feelings and behavior'),
    p(
      'Detox is a first stage. On its own, it does little to change drug use in the long run.[^nida-principles] What follows can take several forms, and many people use more than one of them.',
    ),
    bullets(
      '**Group therapy.** You talk and practice with others, and a counselor leads. Here is [what happens in group therapy](article:what-happens-in-group-therapy).',
      '**Short-term residential treatment.** You live at the program for a matter of weeks.',
      '**Long-term residential treatment.** You stay for months, in a house with a shared daily life.',
      '**Individual therapy.** You and one counselor, in private.',
      '**An IOP.** You live at home and come in for a good part of the week.',
    ),
    p(
      'A treatment plan ties these together. You and a counselor write it: what you want, what comes first, and how you will both know that it helps. The plan is checked and changed as your life changes.[^nida-principles] If you are torn between two kinds of care, [residential or outpatient](article:residential-or-outpatient) may help you weigh them.',
    ),

    h2('Where the IOP stands'),
    p(
      'An IOP often comes after detox and before a full return to [life in the community](stage:living-in-the-community). In a week you might sit in a group, see your counselor alone, and talk with a peer who has been where you are. SAMHSA counts group therapy, counseling, teaching for families and help with practical needs among the core services.[^samhsa-advisory-iop]',
    ),
    p(
      'You also practice skills that help prevent a return to use. You learn to notice what sets off a craving, to plan for the hard hours, to leave a party early and still feel like yourself. If you do return to use, it does not mean that treatment has failed. It means that it is time to talk with your team and change the plan.[^nida-treatment-and-recovery]',
    ),
    p(
      'And there is the rest of your life to come back to. A good program helps with that too: a letter for your boss, a doctor of your own, an evening that has something in it.',
    ),
    questions('Questions people ask before the first day', [
      {
        question: 'Can I keep my job?',
        answer: [
          p(
            'Many people do. Some programs meet in the evening, so ask about hours when you call. There is more in [going back to work](article:going-back-to-work).',
          ),
        ],
      },
      {
        question: 'How long does it last?',
        answer: [
          p(
            'That varies. SAMHSA’s guide suggests at least 90 days, followed by care that takes up less of your week.[^samhsa-tip-47] Your plan sets the pace.',
          ),
        ],
      },
      {
        question: 'Can my family take part?',
        answer: [
          p(
            'In many programs, yes, if you want it. Here is [how a family can help](article:how-a-family-can-help).',
          ),
        ],
      },
    ]),

    pathway(
      'Where an IOP stands on the way',
      'Five stages, each with a page of its own. People enter at different points, and some skip one.',
    ),

    related(
      'Read on',
      'residential-or-outpatient',
      'what-happens-in-group-therapy',
      'after-an-iop',
    ),

    h2('Ways to reach a person'),
    p(
      'Asking costs nothing, and you can stop at any point. You do not need to have decided anything. Someone can call you, hear where you are and tell you what the next step could be.',
    ),
    callToAction('request-call', 'form'),
    p('If talking feels like too much right now, start with your phone on silent.'),
    callToAction('text-info', 'form'),
    p('If you would rather sit down with someone, ask for a meeting.'),
    callToAction('request-meeting', 'panel'),
    p('If you want to know when the phone will ring, pick a time that is quiet for you.'),
    callToAction('schedule-call', 'form'),
    p('And if you do not know what to ask for, that is fine. Leave your name.'),
    callToAction('let-us-help', 'panel'),

    sources(),
  ),
  seo: {
    title: 'Understanding intensive outpatient treatment (IOP)',
    description:
      'What an IOP is, whom it suits, what comes before and after, and how to reach a person. In plain words, with sources.',
  },
};
