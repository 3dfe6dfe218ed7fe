import path from 'node:path';
import type { Role } from '#domain/roles.ts';
import { env } from '#platform/environment/env.ts';

/** Who may upload a picture. */
export const UPLOADERS: readonly Role[] = ['writer', 'editor', 'admin'];

export const MEDIA_FOLDER = path.join(env.DATA_DIR, 'media');

/**
 * The widths that pages ask for; a phone gets the smallest that is sharp on it. The two in the middle are what
 * phones with two and with three pixels to a point need.
 */
export const PICTURE_WIDTHS = [480, 720, 1080, 1600] as const;

/** The fields in which the names of a picture's files stand. */
export const FILE_NAMES = [
  'filename',
  ...PICTURE_WIDTHS.map((width) => `sizes.w${width}.filename`),
];
