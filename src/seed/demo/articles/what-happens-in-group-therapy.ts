import {
  body,
  bullets,
  callout,
  callToAction,
  h2,
  p,
  quotation,
  related,
  sources,
  steps,
} from '#seed/rich-text-markup.ts';
import type { ArticleSeed } from '#seed/seed-types.ts';
import { SOURCES } from '../sources.ts';

export const whatHappensInGroupTherapy: ArticleSeed = {
  slug: 'what-happens-in-group-therapy',
  title: 'What happens in group therapy',
  summary:
    'Who sits in the circle, what the leader does, what you may keep to yourself, and what to try if talking in a room of people is hard for you.',
  picture: 'evening-room',
  authors: ['sample-writer-two'],
  topics: ['kinds-of-care'],
  stages: ['therapy-and-residential-care', 'intensive-outpatient-program'],
  citations: [SOURCES['samhsa-tip-41'], SOURCES['samhsa-advisory-iop']],
  related: ['understanding-intensive-outpatient-treatment', 'how-a-family-can-help'],
  body: body(
    p(
      'Eleven chairs, a box of tissues, and you are ten minutes early with nowhere to put your hands. Through the window you can see someone walk past the door, turn, and walk past it again. That person is on the way to the same room.',
    ),
    quotation(
      'I thought I would be the only one who was nervous. Everybody was.',
      'A sample voice, written for this demonstration',
    ),

    h2('Before anyone speaks'),
    p(
      'A group has a leader, most often a counselor. Before your first session, the leader will usually see you alone, tell you how the group works and ask what you hope for. Many groups have a written agreement that you read and sign.[^samhsa-tip-41] It tends to cover plain things: come on time, do not come after drinking or using, let others finish, keep what you hear in the room.',
    ),
    callout(
      'note',
      'What is said in the room',
      p(
        'Everyone is asked not to repeat what others say, or even who was there. The leader has legal duties as well. There are limits, such as when someone is in danger, and the leader should tell you what they are. If you are not told, ask.',
      ),
    ),

    h2('What a session can look like'),
    p('Each leader has a style of their own. A session in an evening program might go like this:'),
    steps(
      'Each person says how they are and how the days since last time went. One sentence is enough.',
      'The leader brings up a topic, such as sleep, anger or the walk home past a certain corner.',
      'People talk about it. Someone may try out a hard talk with a boss or a brother, and the others say what they noticed.',
      'At the end, you each name one thing you will do before the next session.',
    ),
    p(
      'There is laughing, more than most people expect. There are also long silences. Both are part of it.',
    ),

    h2('Not all groups do the same thing'),
    p(
      'SAMHSA’s guide to group therapy describes five kinds.[^samhsa-tip-41] In some, you learn facts about substance use and what it does to a body and a family. In others you build skills, like turning down a drink, or look at the thoughts that come just before a craving. Support groups are there so that people can carry one another through the week. And some groups look at how the members deal with each other, because what happens in the circle often happens at home.',
    ),
    p(
      'Groups are also at the core of [intensive outpatient programs](article:understanding-intensive-outpatient-treatment), next to counseling on your own.[^samhsa-advisory-iop] In [residential care](stage:therapy-and-residential-care) you may sit in one each day.',
    ),

    h2('Why other people help'),
    p(
      'Drinking or using a lot tends to leave a person alone with it. You hide the receipts. You have two stories for where you were. A group can make that loneliness smaller, and it lets you watch how others deal with the same trouble and get better.[^samhsa-tip-41] On some nights you will be the one who has an answer, and that does good as well.',
    ),

    h2('If talking is hard'),
    p('You will not be the first who finds it so. A few things people do:'),
    bullets(
      'Listen for the first sessions. “I would like to just listen tonight” is a full answer.',
      'Write down one line before you go in, and read it out if your mind goes blank.',
      'Tell the leader in private that you are shy, or that a group scared you once.',
      'If one member upsets you, say so to the leader. You may be able to join another group.',
    ),
    p(
      'Some things are better told to one person first. You can ask for time alone with a counselor and decide later what, if anything, you bring to the group. If you have people at home who want to understand what you do there, [how a family can help](article:how-a-family-can-help) is written for them.',
    ),
    p(
      'You can also come and talk before you join anything. Ask where the groups near you meet, who leads them and what the first night is like.',
    ),
    callToAction('request-meeting', 'panel'),
    related('Read on', 'understanding-intensive-outpatient-treatment', 'how-a-family-can-help'),
    sources(),
  ),
  seo: {
    title: 'What happens in group therapy',
    description:
      'A first look into the room: who leads a group, what a session can be like, what stays private, and what helps if talking is hard.',
  },
};
