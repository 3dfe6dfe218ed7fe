import type { LoadedFile } from './loaded-files.ts';

/** Bytes on the wire of a first visit. */
export interface Weight {
  /** HTML, style and script. */
  page: number;
  fonts: number;
  /** Images above the fold. */
  images: number;
  /** All files, with images below the fold that the browser has loaded. */
  all: number;
  requests: number;
}

const PAGE = ['Document', 'Stylesheet', 'Script'];

/** Adds up the bytes of files. @param below URLs of the images below the fold */
export function weightOf(files: LoadedFile[], below: string[]): Weight {
  const sum = (matches: (file: LoadedFile) => boolean) =>
    files.filter(matches).reduce((total, { bytes }) => total + bytes, 0);
  return {
    page: sum(({ type }) => PAGE.includes(type)),
    fonts: sum(({ type }) => type === 'Font'),
    images: sum(({ type, url }) => type === 'Image' && !below.includes(url)),
    all: sum(() => true),
    requests: files.length,
  };
}
