import type { BusinessHours } from './business-hours.ts';
import type { WordingPart } from './consent-wording.ts';
import type { LexicalBody } from './lexical.ts';
import type { Question } from './questions.ts';
import type { CallToActionKind } from './submission-kinds.ts';

/** What pages show of documents: plain values, loaded before a view renders. */

export interface LinkView {
  label: string;
  href: string;
}

export interface AuthorView extends LinkView {
  name: string;
  /** What stands behind the name. */
  credentials?: string;
}

/** A day in the publisher's time zone. */
export interface DayView {
  /** Like `2026-11-25`. */
  iso: string;
  words: string;
}

export interface Picture {
  alt: string;
  credit?: string;
  src: string;
  srcSet: string;
  width: number;
  height: number;
}

export interface ArticleCard {
  title: string;
  summary: string;
  href: string;
  /** Titles of the stages it speaks of. */
  stages: string[];
}

/** A stage as a station of the way. */
export interface PathwayStage {
  title: string;
  summary: string;
  levelOfCare: string;
  usualDuration: string;
  href: string;
  /** True if the page is about this stage. */
  present: boolean;
}

/** A source as it stands in a numbered list. */
export interface SourceView {
  key: string;
  title: string;
  publisher: string;
  year?: string;
  detail?: string;
  url?: string;
  /** True if the text cites it: the first of these citations has an id that the list leads back to. */
  cited?: boolean;
}

export interface Responder {
  name: string;
  role: string;
  paidByProviders: boolean;
}

/** A consent text as a form shows it. */
export interface ConsentView {
  slug: string;
  version: number;
  /** The wording, its marks filled in. */
  wording: WordingPart[];
}

/** A call to action, with all that has to stand beside its form. */
export interface CallToActionView {
  slug: string;
  kind: CallToActionKind;
  heading: string;
  text: string;
  button: string;
  /** Where its button leads. */
  href: string;
  /** The same as it can be typed from paper, with the site's origin. */
  address: string;
  questions: Question[];
  responder: Responder;
  consent?: ConsentView;
  hours: BusinessHours;
  /** Its own line if it is one, else the site's: for paper, and for when a form cannot be sent. */
  phoneLine?: LinkView;
}

/** A rich text with what its blocks, links and citations need. */
export type BodyView = LexicalBody;

/** A part of a body that a table of contents leads to. */
export interface Section {
  id: string;
  title: string;
}

export interface ArticleView {
  title: string;
  summary: string;
  picture?: Picture;
  authors: AuthorView[];
  topics: LinkView[];
  stages: LinkView[];
  published?: DayView;
  /** Set if that was another day. */
  changed?: DayView;
  /** How long it takes to read. */
  minutes: number;
  body: BodyView;
  sections: Section[];
  /** The invitation that comes along on a phone. */
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
  picture?: Picture;
  /** Its place on the way, from 1. */
  place: number;
  pathway: PathwayStage[];
  whatHappens: BodyView;
  whatComesNext: BodyView;
  articles: ArticleCard[];
  /** Set if there are more articles than are shown. */
  more?: LinkView;
  previous?: LinkView;
  next?: LinkView;
}

export interface PersonView {
  name: string;
  role: string;
  portrait?: Picture;
  biography?: BodyView;
}

/** A list that goes on over several pages. */
export interface Paged {
  cards: ArticleCard[];
  /** The page that is shown, from 1. */
  page: number;
  pages: number;
}

export interface HomeView {
  heading: string;
  introduction: string;
  picture?: Picture;
  pathway: PathwayStage[];
  articles: ArticleCard[];
  callToAction?: CallToActionView;
}
