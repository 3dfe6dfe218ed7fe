import type { LinkableCollection } from '#domain/collections.ts';
import type { Role } from '#domain/roles.ts';
import type { SubmissionKind } from '#domain/submission-kinds.ts';
import type { Body } from './rich-text-markup.ts';

// Types of the seed content. References name a document by its slug, and a picture by its file.

export interface SourceSeed {
  /** The key that `[^key]` in a text cites. */
  key: string;
  title: string;
  publisher: string;
  year?: string;
  /** Chapter, edition, volume or pages. */
  detail?: string;
}

export interface ArticleSeed {
  slug: string;
  title: string;
  summary: string;
  /** Name of a file in `demo/illustrations`, without its extension. */
  picture: string;
  authors: string[];
  topics: string[];
  stages: string[];
  /** The cited sources, in the order in which the article first cites them. */
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
  /** Role at this publisher, like “Sample writer”. */
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
  /** A short path to type, for example from a leaflet. */
  from: string;
  /** Collection of the target document. */
  relationTo: LinkableCollection;
  slug: string;
}

export interface PictureSeed {
  /** Name of the SVG file, without its extension. */
  name: string;
  folder: URL;
  alt: string;
}

export interface AccountSeed {
  email: string;
  name: string;
  roles: Role[];
}

/** First values of the globals, with documents as `ref`. */
export interface GlobalSeeds {
  header: { links: object[] };
  footer: { columns: object[]; smallPrint?: string };
  site: { name: string; [field: string]: unknown };
}
