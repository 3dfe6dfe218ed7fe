import type { TopicSeed } from '../seed-types.ts';

export const TOPICS: TopicSeed[] = [
  {
    slug: 'starting-treatment',
    title: 'Starting treatment',
    summary: 'The first talk, the first questions, and what happens in the days after.',
  },
  {
    slug: 'kinds-of-care',
    title: 'Kinds of care',
    summary: 'Detox, residential care, group therapy and outpatient programs, explained plainly.',
  },
  {
    slug: 'medication',
    title: 'Medication',
    summary:
      'Medicines that treat a substance use disorder, how you get them and how to stay safe.',
  },
  {
    slug: 'family-and-friends',
    title: 'Family and friends',
    summary: 'For the people who worry, drive, wait and want to help.',
  },
  {
    slug: 'work-and-daily-life',
    title: 'Work and daily life',
    summary: 'Jobs, evenings, weekends and all that goes on around treatment.',
  },
  {
    slug: 'after-treatment',
    title: 'After treatment',
    summary: 'Support for the months and years that follow a program.',
  },
];
