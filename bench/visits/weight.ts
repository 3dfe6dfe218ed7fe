import type { Loaded } from './wire.ts';

/** What a first visit brings over the wire, in bytes. */
export interface Weight {
  /** HTML, style and script. */
  page: number;
  fonts: number;
  /** Images, but for those that stand below what is seen at first. */
  images: number;
  /** All together, with images that the browser loads ahead. */
  all: number;
  requests: number;
}

const PAGE = ['Document', 'Stylesheet', 'Script'];

/** @param below addresses of images that stand below what is seen at first */
export function weightOf(files: Loaded[], below: string[]): Weight {
  const sum = (some: (file: Loaded) => boolean) =>
    files.filter(some).reduce((total, { bytes }) => total + bytes, 0);
  return {
    page: sum(({ type }) => PAGE.includes(type)),
    fonts: sum(({ type }) => type === 'Font'),
    images: sum(({ type, url }) => type === 'Image' && !below.includes(url)),
    all: sum(() => true),
    requests: files.length,
  };
}
