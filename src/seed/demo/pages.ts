import { body, bullets, callout, callToAction, h2, p } from '../rich-text-markup.ts';
import type { PageSeed } from '../seed-types.ts';
import { accessibility } from './accessibility.ts';
import { coverYourTracks } from './cover-your-tracks.ts';

const about: PageSeed = {
  slug: 'about',
  title: 'About this website',
  summary:
    'This is a demonstration. The people are samples and nobody answers the phone, but the crisis lines on every page are real.',
  body: body(
    callout(
      'note',
      'This is a demonstration',
      p(
        'It shows how Throughcare works, a platform for publishers of articles on recovery. The writers and the editor named here are samples. The phone number is a sample too. If you send a request, it is stored, but no one may be there to answer it.',
      ),
    ),
    callout(
      'crisis',
      'If you need help, these lines are real',
      p('People answer them at any hour, here as on any other website.'),
    ),

    h2('What it is for'),
    p(
      'A person who looks for help often does so late, on a phone, with little patience left. They should find plain words, see where they stand on the way, and reach someone who can help without having to start over. That is what the word throughcare means: care that goes on, from treatment into everyday life.',
    ),
    p(
      'The way has five stages, from [a call for help](stage:call-for-help) to [living in the community](stage:living-in-the-community). You can start with any of them. If you have just heard the word IOP, start with [this article](article:understanding-intensive-outpatient-treatment).',
    ),

    h2('What it does not do'),
    bullets(
      'It shows no ads and has no trackers. Nothing is loaded from other companies.',
      'It does not ask who you are in order to read.',
      'It does not treat anyone. A doctor or a program does that.',
    ),

    h2('Who wrote the texts'),
    p(
      'They were written for this demonstration. No health professional has signed them. The [editorial policy](page:editorial-policy) says how they were made, and the [privacy policy](page:privacy) says what is kept if you write to us.',
    ),
  ),
  seo: {
    title: 'About this demonstration',
    description:
      'A demonstration of Throughcare, a platform for articles on recovery. People and phone numbers are samples. The crisis lines are real.',
  },
};

const editorialPolicy: PageSeed = {
  slug: 'editorial-policy',
  title: 'Editorial policy',
  summary:
    'How the articles here are written: which words we choose, what we cite, what the dates mean, and what has not been done.',
  body: body(
    p(
      'Someone may make a big decision after reading a page like these. So you should know how they come about.',
    ),
    callout(
      'note',
      'No medical review',
      p(
        'No article on this website has been reviewed by a doctor or any other health professional. Where a real review of the published text takes place, the article will say who did it and when. Until then, no such line stands here.',
      ),
    ),

    h2('The words we choose'),
    p(
      'We put the person first. We write “a person with a substance use disorder” and “a person in recovery.” We write “return to use” when someone drinks or uses again. We leave out words that carry blame. In a quotation, in the title of a source and in the name of an office, words stay as they are.',
    ),
    p(
      'We write in short, plain sentences, at an eighth-grade level or easier. We do not try to scare you, and we do not promise how things will turn out.',
    ),

    h2('What we cite'),
    p(
      'Health facts come from public agencies, expert groups and research. A small number in the text leads to the source at the end of the article. Each source has a title, a publisher and, where we have it, a year. If we are not sure of something, we say less.',
    ),
    p(
      'The scenes at the start of some articles are made up. Where a voice is quoted that is a sample, it says so beside it.',
    ),

    h2('What the dates mean'),
    p(
      'An article shows when it was published and when its text last changed. Guidelines change as well, so an old date is a reason to check the source, or to ask a professional.',
    ),

    h2('Who decides'),
    p(
      'A writer writes and an editor publishes. No treatment provider has paid for an article on this website. Invitations to call or write are set apart from the text, and each one says who would contact you.',
    ),

    h2('If you find a mistake'),
    p('Tell us through the [contact page](page:contact). We correct the text and change its date.'),
  ),
  seo: {
    title: 'Editorial policy',
    description:
      'How our articles are written: person-first words, plain sentences, named sources, clear dates. None has had a medical review.',
  },
};

const contact: PageSeed = {
  slug: 'contact',
  title: 'Contact',
  summary: 'Ways to reach us: by phone, by form or by text, and where to turn if it cannot wait.',
  body: body(
    callout(
      'crisis',
      'If it cannot wait',
      p('Nobody watches our messages around the clock. These lines answer at any hour.'),
    ),

    h2('By phone'),
    p(
      'Our line is [(212) 555-0142](tel:+12125550142). It is a sample number, made for this demonstration, and nobody answers it.',
    ),

    h2('By form'),
    p(
      'Leave your name and a way to reach you. You can add a message or leave it blank. You will get a receipt that says what we received and what comes next.',
    ),
    callToAction('let-us-help', 'form'),

    h2('In another way'),
    p('If you know what you would like, you can ask for just that. Each costs nothing.'),
    callToAction('request-call', 'panel'),
    callToAction('schedule-call', 'panel'),
    callToAction('request-meeting', 'panel'),
    callToAction('text-info', 'panel'),

    h2('About an article'),
    p(
      'If you have found a mistake or a broken link, use the form above and name the page. The [editorial policy](page:editorial-policy) says how we correct it. What we keep of your message is in the [privacy policy](page:privacy).',
    ),
  ),
  seo: {
    title: 'Contact',
    description:
      'Reach us by phone, form or text, or choose a time for a call. The crisis lines are here too, for anything that cannot wait.',
  },
};

export const DEMO_PAGES: PageSeed[] = [
  about,
  editorialPolicy,
  contact,
  coverYourTracks,
  accessibility,
];
