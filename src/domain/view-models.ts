import type { BusinessHours } from './business-hours.ts';
import type { WordingPart } from './consent-wording-template.ts';
import type { LexicalBody } from './lexical.ts';
import type { Question } from './questions.ts';
import type { CallToActionKind } from './submission-kinds.ts';

/** View models: plain values that are loaded before a page renders. */

export interface LinkView {
  label: string;
  href: string;
}

export interface AuthorView extends LinkView {
  name: string;
  /** Credentials after the name, like “LCSW”. */
  credentials?: string;
}

/** A date in the publisher's time zone. */
export interface DayView {
  /** Like `2026-11-25`. */
  iso: string;
  /** Like `November 25, 2026`. */
  formatted: string;
}

export interface PictureView {
  alt: string;
  credit?: string;
  src: string;
  srcSet: string;
  width: number;
  height: number;
}

export interface ArticleCardView {
  title: string;
  summary: string;
  href: string;
  /** Titles of the stages that the article is about. */
  stages: string[];
}

/** A treatment stage in the pathway. */
export interface PathwayStage {
  title: string;
  summary: string;
  levelOfCare: string;
  usualDuration: string;
  href: string;
  /** True if the page that shows the pathway is about this stage. */
  isCurrent: boolean;
}

/** An entry of a numbered list of sources. */
export interface SourceView {
  key: string;
  title: string;
  publisher: string;
  year?: string;
  detail?: string;
  url?: string;
  /** True if the text cites the source. The first citation has an id, so that the list can link back to it. */
  isCited?: boolean;
}

/** The person or team that contacts a visitor after a submission. */
export interface ResponderView {
  name: string;
  role: string;
  paidByProviders: boolean;
}

/** A version of a consent text, for the checkbox of a form. */
export interface ConsentView {
  slug: string;
  version: number;
  /** The wording with its placeholders filled in. */
  wording: WordingPart[];
}

/** A call to action, with everything that its form shows. */
export interface CallToActionView {
  slug: string;
  kind: CallToActionKind;
  heading: string;
  text: string;
  button: string;
  /** Target of its button. */
  href: string;
  /** The target as an absolute URL, for print. */
  fullUrl: string;
  questions: Question[];
  responder: ResponderView;
  consent?: ConsentView;
  hours: BusinessHours;
  /** Its own phone line, or else that of the site: for print, and for visitors whose form cannot be sent. */
  phoneLine?: LinkView;
}

/** A rich text, with the data that its blocks, links and citations show. */
export type BodyView = LexicalBody;

/** An entry of the table of contents. */
export interface SectionView {
  id: string;
  title: string;
}

export interface ArticleView {
  title: string;
  summary: string;
  picture?: PictureView;
  authors: AuthorView[];
  topics: LinkView[];
  stages: LinkView[];
  published?: DayView;
  /** Date of the last update; undefined if it is the day of publication. */
  updated?: DayView;
  /** Estimated time to read the article, in minutes. */
  readingMinutes: number;
  body: BodyView;
  sections: SectionView[];
  /** The call to action in the bar at the bottom of a phone screen. */
  callToAction?: LinkView;
}

export interface PageView {
  title: string;
  summary: string;
  body: BodyView;
}

export interface StageView {
  title: string;
  summary: string;
  levelOfCare: string;
  usualDuration: string;
  picture?: PictureView;
  /** Position in the pathway, from 1. */
  position: number;
  pathway: PathwayStage[];
  whatHappens: BodyView;
  whatComesNext: BodyView;
  articles: ArticleCardView[];
  /** Link to the list of all articles; undefined if `articles` has all of them. */
  moreArticles?: LinkView;
  previous?: LinkView;
  next?: LinkView;
}

export interface PersonView {
  name: string;
  role: string;
  portrait?: PictureView;
  biography?: BodyView;
}

/** One page of a list of articles. */
export interface ArticleListView {
  cards: ArticleCardView[];
  /** Number of this page, from 1. */
  page: number;
  pages: number;
}

export interface HomeView {
  heading: string;
  introduction: string;
  picture?: PictureView;
  pathway: PathwayStage[];
  articles: ArticleCardView[];
  callToAction?: CallToActionView;
}
