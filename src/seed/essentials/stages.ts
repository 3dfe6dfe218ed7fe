import { body, bullets, callout, h3, p } from '../rich-text-markup.ts';
import type { StageSeed } from '../seed-types.ts';
import { crisisLines } from './crisis-lines.ts';

/** The five stages of the treatment pathway. A publisher may reword them. */
export const STAGES: StageSeed[] = [
  {
    slug: 'call-for-help',
    title: 'Call for help',
    position: 1,
    levelOfCare: 'A first talk, before treatment begins',
    usualDuration: 'One talk, sometimes a few',
    summary:
      'You, or someone close to you, tells a person what is going on. You find out what help there is and what could come next.',
    picture: 'call-for-help',
    whatHappens: body(
      p(
        'Most people put this off for a long time. Then there is a morning, or a night, when you pick up the phone. You can call a doctor, a helpline or a treatment program. You can also ask to be called.',
      ),
      h3('What you may be asked'),
      bullets(
        'Are you safe right now?',
        'What do you take, how much and how often? When was the last time?',
        'Have you been in treatment before, and what helped?',
        'Where do you live, and who is with you there?',
        'Do you have health insurance? You can ask for help if you have none.',
      ),
      p(
        'You may leave things out, and you may hang up and call again. If you call for someone else, say what you have seen. You do not need their consent to ask for advice.',
      ),
      h3('What you get from it'),
      p(
        'The person you reach can tell you what kinds of care are near you and how to be seen by a professional. That professional will look at your health and at your life and suggest where to start. If it is a good talk, you will hang up knowing one next thing to do.',
      ),
      callout('crisis', 'If it cannot wait', p('People answer these lines at any hour.')),
    ),
    whatComesNext: body(
      p(
        'A professional will find out with you if your body needs help to stop safely. If so, [supervised detox](stage:supervised-detox) is next. If not, you may go straight to therapy or to a program.',
      ),
      p(
        'Until you have been seen, please do not stop alcohol or benzodiazepines all at once. Withdrawal from them can be life-threatening. Ask a doctor or nurse what to do in the meantime.',
      ),
    ),
    seo: {
      title: 'Call for help: the first stage of treatment',
      description:
        'What happens when you call for help with alcohol or other drugs: what you may be asked, what you can ask, and what comes next.',
    },
  },
  {
    slug: 'supervised-detox',
    title: 'Supervised detox',
    position: 2,
    levelOfCare: 'Medical care to get through withdrawal',
    usualDuration: 'Often several days; a professional decides',
    summary:
      'Trained staff watch over you while alcohol or another drug leaves your body, ease withdrawal where they can, and plan the next step with you.',
    picture: 'supervised-detox',
    whatHappens: body(
      p(
        'Detox is care for the days in which your body gets used to doing without. Not everyone needs it. A doctor or nurse decides that with you, and also where it should take place: in a hospital, on a detox unit or, for some people, at home with visits to a clinic.',
      ),
      h3('In these days'),
      bullets(
        'You are asked about your health, and you may give blood and urine for tests.',
        'Staff check your pulse and blood pressure often, day and night.',
        'You may get medication that makes withdrawal safer or easier.',
        'You rest, drink and eat as well as you can.',
        'Someone talks with you about what you would like to do after.',
      ),
      callout(
        'safety',
        'Why it should be supervised',
        p(
          'Stopping alcohol or benzodiazepines all at once can be life-threatening. After a break from opioids, your body can handle less than before, and the risk of overdose is higher. That is why medication is offered. Ask for naloxone, which can reverse an opioid overdose, before you go home.',
        ),
        crisisLines(),
      ),
      h3('How it feels'),
      p(
        'It can be rough, and the nights are often the hardest part. Tell the staff what you feel as soon as you feel it. They know this well, and they can often do something about it.',
      ),
    ),
    whatComesNext: body(
      p(
        'Once your body is steady, the longer part of treatment begins. It deals with what you feel, what you do, and how you would like to live. For many people that means [therapy and residential care](stage:therapy-and-residential-care). Others go home and start an [intensive outpatient program](stage:intensive-outpatient-program).',
      ),
      p(
        'Try to leave with a date and an address for the next step, and with your medication sorted out.',
      ),
    ),
    seo: {
      title: 'Supervised detox: what happens and what comes next',
      description:
        'Who decides if you need detox, what the days are like, why stopping alone can be dangerous, and where people go after it.',
    },
  },
  {
    slug: 'therapy-and-residential-care',
    title: 'Therapy and residential care',
    position: 3,
    levelOfCare: 'Therapy, alone or in a group, or care day and night',
    usualDuration: 'From weeks to months; it varies',
    summary:
      'You work on feelings and behavior with a counselor and with others. Some people live at the program for a while, and some come from home.',
    picture: 'therapy-and-residential-care',
    whatHappens: body(
      p(
        'The body is steady now. What is left is the day itself: the hours you used to fill, the people you miss or avoid, the thing you think of at two in the morning. In this stage you learn what to do with all that.',
      ),
      h3('A plan you help to write'),
      p(
        'You and a counselor sit down and write a treatment plan. It says what you want, what comes first, and who does what. You look at it again every so often and change what does not fit.',
      ),
      h3('What it can include'),
      bullets(
        '**Individual therapy**, with one counselor, in private.',
        '**Group therapy**, with others who deal with the same things.',
        '**Short-term residential care**, where you live at the program for some weeks.',
        '**Long-term residential care**, which can go on for months.',
        '**Family sessions**, if you want them.',
        '**Medication**, and care for your mental and physical health.',
      ),
      h3('Living there, or coming in'),
      p(
        'In residential care there are staff day and night, and the days have a fixed shape. You share meals and chores. It can suit you if home is not safe, or if you need someone close by. Others do well with therapy while they live at home. A professional can help you choose.',
      ),
    ),
    whatComesNext: body(
      p(
        'When you no longer need someone there day and night, you can move to a lighter kind of care. Many people go on to an [intensive outpatient program](stage:intensive-outpatient-program): they sleep at home and come in for several sessions a week.',
      ),
      p(
        'The first days at home can feel odd. It helps to begin the program soon after you leave, and to know who will be with you on the first evening.',
      ),
    ),
    seo: {
      title: 'Therapy and residential care, explained',
      description:
        'What therapy and residential care are like, what a treatment plan is, and how people move on to an intensive outpatient program.',
    },
  },
  {
    slug: 'intensive-outpatient-program',
    title: 'Intensive outpatient program',
    position: 4,
    levelOfCare: 'Intensive outpatient, level 2.1 of the ASAM Criteria',
    usualDuration: 'Often about three months or longer; your plan sets it',
    summary:
      'You live at home and come in for nine or more hours a week: groups, a counselor, people who have been there, and practice for daily life.',
    picture: 'intensive-outpatient-program',
    whatHappens: body(
      p(
        'An intensive outpatient program, or IOP, gives you the structure of treatment while you sleep in your own bed. For adults it means nine or more planned hours a week. Programs meet by day or in the evening, and some of them meet online.',
      ),
      h3('A week in an IOP'),
      bullets(
        'Group sessions, led by a counselor, make up a good part of it.',
        'You see a counselor alone and look at your plan together.',
        'You meet peers, people in recovery who know the way.',
        'Your family can be invited to learn and to talk, if you agree.',
        'Someone helps with practical things such as work, housing or a doctor.',
      ),
      h3('What you practice'),
      p(
        'You find out what sets off a craving, and what to do in the ten minutes after. You plan the weekend on Thursday. You try a hard sentence in the group before you say it at home. All of this helps prevent a return to use. If it does happen, tell your team, so that the plan can change.',
      ),
      h3('Whom it suits'),
      p(
        'It is made for people who have a safe, supportive home and do not need care day and night. It may be the first care you get, or it may follow detox or residential care. Many people keep a job or look after children at the same time.',
      ),
    ),
    whatComesNext: body(
      p(
        'Toward the end, the hours get fewer. You and your counselor write down what goes on after the last session: who you will see, which group you will go to, and whom you call on a bad night.',
      ),
      p(
        'Then comes [living in the community](stage:living-in-the-community), with support that takes up less of your week. You can return to more care if you need it.',
      ),
    ),
    seo: {
      title: 'Intensive outpatient program (IOP), explained',
      description:
        'What a week in an intensive outpatient program is like, whom it suits, how long it can last, and what comes after.',
    },
  },
  {
    slug: 'living-in-the-community',
    title: 'Living in the community',
    position: 5,
    levelOfCare: 'Ongoing support while you live at home',
    usualDuration: 'As long as it helps you',
    summary:
      'Work, friends, family and evenings of your own, with support that stays within reach and care you can come back to.',
    picture: 'living-in-the-community',
    whatHappens: body(
      p(
        'The program is over, and life is not on hold any more. There are bills, birthdays and a neighbor who plays the trumpet. Recovery now happens in the middle of all that.',
      ),
      h3('What can stay with you'),
      bullets(
        'Visits with a counselor, every week or every few weeks.',
        'Medication, for as long as it helps you.',
        'Mutual aid groups, in person or online.',
        'A recovery coach, or a friend from the program.',
        'A home shared with others in recovery, if your own is not a good place to be.',
      ),
      h3('Making a week'),
      p(
        'Days with a shape are easier than empty ones. Work, study or helping someone can give them one. So can a swim, a choir or a dog. Sleep and meals at steady times do more than you might think.',
      ),
      h3('Hard evenings'),
      p(
        'They will come now and then. Write down two people you can call and one place you can go. If you return to use, reach out the same day if you can. If opioids were part of your life, remember that your body can now handle less than before. Keep naloxone at home, and call 911 if someone cannot be woken.',
      ),
    ),
    whatComesNext: body(
      p(
        'There is no last page to this stage. Many people find that they need less support as time goes by, and some like to keep it.',
      ),
      p(
        'The way also runs back. If things get hard, you can return to an [intensive outpatient program](stage:intensive-outpatient-program) or start over with [a call for help](stage:call-for-help). You will not be the first to do so. One day you may be the one whom somebody calls.',
      ),
    ),
    seo: {
      title: 'Living in the community after treatment',
      description:
        'What support can stay with you after a program, how to give your week a shape, and what to do on hard evenings.',
    },
  },
];
