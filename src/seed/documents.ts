import type { Linkable } from '#domain/href.ts';
import type { Role } from '#domain/roles.ts';
import type { SubmissionKind } from '#domain/submission-kinds.ts';
import type { Body } from './compose.ts';

/** The shapes in which seeded documents are written; documents are named by slug, pictures by file. */
export interface SourceSeed {
  /** The name that `[^key]` in a text refers to. */
  key: string;
  title: string;
  publisher: string;
  year?: string;
  /** Chapter, edition, volume and pages: what a reader needs to find the place. */
  detail?: string;
}

export interface ArticleSeed {
  slug: string;
  title: string;
  summary: string;
  /** Name of a file in `demo/illustrations`, without its ending. */
  picture: string;
  authors: string[];
  topics: string[];
  stages: string[];
  /** Sources in the order in which the article cites them. */
  citations: SourceSeed[];
  related: string[];
  body: Body;
  seo: { title: string; description: string };
}

export interface StageSeed {
  slug: string;
  title: string;
  position: number;
  levelOfCare: string;
  usualDuration: string;
  summary: string;
  picture: string;
  whatHappens: Body;
  whatComesNext: Body;
  seo: { title: string; description: string };
}

export interface PageSeed {
  slug: string;
  title: string;
  summary: string;
  body: Body;
  seo: { title: string; description: string };
}

export interface TopicSeed {
  slug: string;
  title: string;
  summary: string;
}

export interface PersonSeed {
  slug: string;
  name: string;
  /** What the person does here, like "Sample writer". */
  role: string;
  credentials?: string;
  biography: string;
}

export interface CallToActionSeed {
  slug: SubmissionKind;
  kind: SubmissionKind;
  heading: string;
  text: string;
  button: string;
}

export interface RedirectSeed {
  /** A short path, as people type it from a leaflet. */
  from: string;
  /** The collection of the document that it leads to, and its slug. */
  relationTo: Linkable;
  slug: string;
}

export interface PictureSeed {
  /** Name of the drawing, without its ending. */
  name: string;
  folder: URL;
  /** What it shows, for people who cannot see it. */
  alt: string;
}

export interface AccountSeed {
  email: string;
  name: string;
  roles: Role[];
}

/** What the globals begin with; documents are named by `ref`. */
export interface GlobalSeeds {
  header: { links: object[] };
  footer: { columns: object[]; smallPrint?: string };
  site: { name: string; [field: string]: unknown };
}
