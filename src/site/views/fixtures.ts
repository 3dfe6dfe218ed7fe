import { heading, p, richText } from '#content/blocks/rich-text-fixtures.ts';
import type { ArticleCardView, ArticleView, PathwayStage, StageView } from '#domain/view-models.ts';

/** View models for render tests. */

export const card: ArticleCardView = {
  title: 'What detox involves',
  summary: 'Who needs it, and what happens there.',
  href: '/articles/what-detox-involves',
  stages: ['Supervised detox'],
};

const createPathwayStage = (title: string, href: string, isCurrent = false): PathwayStage => ({
  title,
  summary: `About: ${title}.`,
  levelOfCare: 'Some care',
  usualDuration: 'Some weeks',
  href,
  isCurrent,
});

export const pathway: PathwayStage[] = [
  createPathwayStage('Call for help', '/stages/call-for-help'),
  createPathwayStage('Supervised detox', '/stages/supervised-detox', true),
  createPathwayStage('Living in the community', '/stages/living-in-the-community'),
];

export const stage: StageView = {
  title: 'Supervised detox',
  summary: 'Trained staff watch over you.',
  levelOfCare: 'Medical care',
  usualDuration: 'Often several days',
  position: 2,
  pathway,
  whatHappens: richText(p('You rest.')),
  whatComesNext: richText(p('Therapy.')),
  articles: [card],
  moreArticles: {
    label: 'All articles about this stage',
    href: '/articles?stage=supervised-detox',
  },
  previous: { label: 'Call for help', href: '/stages/call-for-help' },
  next: { label: 'Living in the community', href: '/stages/living-in-the-community' },
};

const PARTS = ['One', 'Two', 'Three', 'Four'];

export const article: ArticleView = {
  title: 'Understanding an IOP',
  summary: 'What it is and whom it suits.',
  picture: {
    alt: 'A path to a house',
    src: '/api/media/file/path.webp',
    srcSet: '/api/media/file/path-480.webp 480w, /api/media/file/path.webp 1600w',
    width: 1600,
    height: 900,
  },
  authors: [
    {
      label: 'Sample Writer One, LCSW',
      href: '/people/sample-writer-one',
      name: 'Sample Writer One',
      credentials: 'LCSW',
    },
  ],
  topics: [{ label: 'Kinds of care', href: '/topics/kinds-of-care' }],
  stages: [{ label: 'Supervised detox', href: '/stages/supervised-detox' }],
  published: { iso: '2026-11-24', formatted: 'November 24, 2026' },
  updated: { iso: '2026-11-25', formatted: 'November 25, 2026' },
  readingMinutes: 6,
  body: richText(
    ...PARTS.flatMap((title) => [heading('h2', title, title.toLowerCase()), p('Words.')]),
    {
      type: 'block',
      fields: {
        blockType: 'sources',
        heading: 'Sources',
        anchor: 'sources',
        list: [
          {
            key: 'tip-47',
            title: 'TIP 47',
            publisher: 'SAMHSA',
            year: '2006',
            url: 'https://www.ncbi.nlm.nih.gov/books/NBK64093/',
          },
        ],
      },
    },
    {
      type: 'block',
      fields: { blockType: 'related-articles', heading: 'Read on', cards: [card] },
    },
  ),
  sections: [...PARTS, 'Sources'].map((title) => ({ id: title.toLowerCase(), title })),
  callToAction: { label: 'Ask for a call', href: '/requests/request-call' },
};
