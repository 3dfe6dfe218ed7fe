import { body, bullets, callout, h2, h3, p } from '#seed/rich-text-markup.ts';
import type { PageSeed } from '#seed/seed-types.ts';

export const terms: PageSeed = {
  slug: 'terms',
  title: 'Terms of use',
  summary:
    'What this website is and is not, what happens when you send a request, and the terms for text messages.',
  body: body(
    callout(
      'note',
      'This is a template',
      p(
        'The publisher of this website must complete it, and a lawyer must review it, before it is used. Words in square brackets are blanks to fill in. They are not yet true of anyone.',
      ),
    ),
    p(
      'These terms are between you and [name of the company], which we call “we.” By using this website, you accept them.',
    ),

    h2('This website is not a doctor'),
    p(
      'We publish general information about treatment and recovery. It is not medical advice, and it cannot know you. Ask a doctor or another health professional before you start, change or stop anything. Do not stop alcohol or benzodiazepines all at once without such advice, as that can be life-threatening.',
    ),
    callout(
      'crisis',
      'If it cannot wait',
      p('Nobody watches our messages around the clock. In danger, do not wait for us.'),
    ),

    h2('Who we are'),
    p(
      '[Say what the company is: a treatment provider, a publisher, or a service that refers people. Say if treatment providers pay it, who they are, and how that affects where people are sent.]',
    ),

    h2('When you send a request'),
    bullets(
      'Someone who works for us gets in touch in the way you asked for. The page you see after you send it says when.',
      'It costs you nothing and binds you to nothing. You may end a call or withdraw a request at any time.',
      'A request is no promise that a program has room for you, or that an insurer will pay.',
      'Sending a request does not make you our patient.',
      'Please give your own name and number, or those of someone who has agreed to it.',
    ),
    p('The [privacy policy](page:privacy) says what we keep of a request.'),

    h2('Text messages'),
    p('This part applies if you ticked the box that allows us to text you.'),
    h3('Who sends them, and why'),
    p(
      'The messages come from [name of the brand]. We send them to answer your request and to give you the information about treatment that you asked for. [Describe any other purpose.]',
    ),
    h3('How many, and what they cost'),
    p(
      'You will get [number] messages per [week or month], or as many as your request calls for. Message and data rates may apply. We charge you nothing for the messages.',
    ),
    h3('How to stop, and how to get help'),
    bullets(
      'Reply **STOP** to any message to end them. You will get one last message that confirms it.',
      'Reply **HELP** for help, or write to [email address] or call [phone number].',
    ),
    h3('You are free to say no'),
    p(
      'Your consent is not a condition of treatment, or of buying anything. You can get help from us without it. Carriers are not liable for messages that come late or do not come. [Counsel to complete: list the carriers that are served, if needed.]',
    ),
    p(
      'Messages can show up on a locked screen. If others may see your phone, think about that before you tick the box.',
    ),

    h2('Our texts and pictures'),
    p(
      'The texts and pictures here belong to [name of the company] or to those who made them. You may read, print and share them for your own use. [Counsel to complete.]',
    ),

    h2('Links'),
    p(
      'We link to other websites where they may help you. We do not run them and cannot answer for what they say.',
    ),

    h2('If something is wrong'),
    p(
      'We work with care, but there may be mistakes in what we publish. Tell us at [email address] if you find one. [Counsel to complete: limits of liability, to the extent that the law allows.]',
    ),

    h2('The law, and changes'),
    p(
      '[Counsel to complete: which state’s law applies, and how disputes are settled.] When we change these terms, we put the new text here with its date. This text is dated [date].',
    ),
  ),
  seo: {
    title: 'Terms of use',
    description:
      'What this website is, what happens when you send a request, and the terms for text messages. A template that the publisher completes.',
  },
};
