import path from 'node:path';
import type { Role } from '#domain/roles.ts';
import { env } from '#platform/environment/env.ts';

/** Roles that may upload a picture. */
export const UPLOADERS: readonly Role[] = ['writer', 'editor', 'admin'];

export const MEDIA_FOLDER = path.join(env.DATA_DIR, 'media');

/**
 * Widths in pixels for `srcset`; a phone loads the smallest that is sharp on it. The two in the middle are for
 * phones with two and with three pixels a point.
 */
export const PICTURE_WIDTHS = [480, 720, 1080, 1600] as const;

/** Paths of the fields that hold the names of a picture's files. */
export const FILENAME_FIELDS = [
  'filename',
  ...PICTURE_WIDTHS.map((width) => `sizes.w${width}.filename`),
];
