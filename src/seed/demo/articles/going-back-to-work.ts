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
import { SOURCES } from '../sources.ts';

export const goingBackToWork: ArticleSeed = {
  slug: 'going-back-to-work',
  title: 'Going back to work, during treatment and after',
  summary:
    'How people fit a program around a job, what you may keep to yourself, and how to get through the first weeks back.',
  picture: 'morning-train',
  authors: ['sample-writer-one'],
  topics: ['work-and-daily-life', 'after-treatment'],
  stages: ['intensive-outpatient-program', 'living-in-the-community'],
  citations: [
    SOURCES['nida-principles'],
    SOURCES['samhsa-advisory-iop'],
    SOURCES['nida-treatment-and-recovery'],
  ],
  related: ['after-an-iop', 'understanding-intensive-outpatient-treatment'],
  body: body(
    p(
      'The 7:40 is full, as it always was. A man from the third floor lifts his hand and asks where you have been. You have the length of one stop to think of something. Work is a big part of many lives, and coming back to it takes some planning. Here is what you can plan.',
    ),

    h2('Working while you are in a program'),
    p(
      'Treatment works best when it looks at all of a person’s needs, and work is one of them.[^nida-principles] An [intensive outpatient program](article:understanding-intensive-outpatient-treatment) leaves you part of the week, so many people go on with their jobs, all or some of the time. A program can also put you in touch with help for job skills or for finding work.[^samhsa-advisory-iop] Bring these up in the first talk:',
    ),
    bullets(
      'Which days and hours do the groups meet, and is there an evening track?',
      'What if my shifts change from week to week?',
      'How long is the trip from my work to the room, in real traffic?',
      'Can you write a letter that says when I must be away, without saying why?',
    ),
    p(
      'Be fair to yourself about the sum of it. A full week of work and three long evenings will tire anyone. If you can cut your hours for a month or two, it may be worth it.',
    ),

    h2('What you tell people'),
    p(
      'You decide. A short line that is true works well, and you can use it each time: “I had a health matter to take care of, and I am glad to be back.” Most people stop there. Say it aloud at home, twice, so that it comes out easily by the coffee machine.',
    ),
    p(
      'You may want one person at work to know more. Choose someone who has kept other things to themselves. If your employer has an assistance program, ask how private it is before you use it.',
    ),
    callout(
      'note',
      'Your rights at work',
      p(
        'Laws such as the Family and Medical Leave Act and the Americans with Disabilities Act can protect people who are in treatment. They do not cover every person or every job, and the rules on current drug use are strict. A legal aid office, your union or the U.S. Department of Labor can tell you what holds for you. Ask before you resign or sign anything.',
      ),
    ),

    h2('The first weeks back'),
    p(
      'Stress, and the people, places and moods that you link with using, can bring on a craving.[^nida-treatment-and-recovery] Work has plenty of all four. It is easier when you have thought it through on a calm Sunday:',
    ),
    bullets(
      'Walk through the day in your mind and mark the two hardest hours. Put something in them: a call, a walk around the block, lunch with someone you like.',
      'Plan the hour after work most of all. Go straight to a group, a gym or a friend.',
      'For parties and dinners, hold a drink you chose, know how you will get home, and leave when you have had enough.',
      'If your old way home leads past a bar or a dealer, take another one.',
      'Keep your sessions in the calendar as you would a dentist. They are not the part that moves.',
    ),

    h2('When a day goes badly'),
    p(
      'You were shouted at, or the numbers were wrong, or nothing much happened and you still thought of it all afternoon. Call someone before you leave the building. Tell your counselor at the next session, even if you got through it. Bad days are useful to talk about, because they show where the plan has a hole.',
    ),
    p(
      'If you did return to use, get in touch with your team soon. It can mean that your treatment should change, and it does not mean that it has failed.[^nida-treatment-and-recovery] There is more on this in [after an IOP](article:after-an-iop).',
    ),
    questions('Questions people ask', [
      {
        question: 'Do I have to explain the gap in my résumé?',
        answer: [
          p(
            'You can say that you took time for a health matter and that you are ready to work. You do not have to give details. A job center or your counselor can practice it with you.',
          ),
        ],
      },
      {
        question: 'My medication may show up in a drug test. What can I do?',
        answer: [
          p(
            'Ask your prescriber for proof of the prescription before the test, and ask whom it should go to. Some jobs have rules of their own, such as driving a truck. Do not skip doses because of a test. You can read more on [medication](article:medication-for-opioid-use-disorder).',
          ),
        ],
      },
      {
        question: 'What if work is the problem?',
        answer: [
          p(
            'It can be. A place where everyone drinks at noon, or a shift that ruins your sleep, makes things harder. You need not quit this week. Talk with your counselor about what could change first.',
          ),
        ],
      },
    ]),
    p('You can talk this over in a call that fits into a lunch break. You choose the time.'),
    callToAction('schedule-call', 'panel'),
    related('Read on', 'after-an-iop', 'understanding-intensive-outpatient-treatment'),
    sources(),
  ),
  seo: {
    title: 'Going back to work, during treatment and after',
    description:
      'Fitting a program around a job, what you may keep private, a plan for the first weeks back, and what to do when a day goes badly.',
  },
};
