import { createHash } from 'node:crypto';
import { COLOR_SCHEME_KEY } from '#domain/color-schemes.ts';

/**
 * Applies the reader's choice of a color scheme before the first paint, so that a dark page does not flash. It is the
 * only inline script: as a file, it would delay the page. It does nothing if `localStorage` is blocked.
 */
export const COLOR_SCHEME_SCRIPT = `try{var s=localStorage.${COLOR_SCHEME_KEY};if(s)document.documentElement.dataset.scheme=s}catch(e){}`;

/** Hash that allows the script in the content security policy. */
export const COLOR_SCHEME_SCRIPT_HASH = `'sha256-${createHash('sha256').update(COLOR_SCHEME_SCRIPT).digest('base64')}'`;
