import { createHash } from 'node:crypto';
import { SCHEME_KEY } from '#domain/schemes.ts';

/**
 * Shows a page as its reader chose it, before anything is drawn: what is read in the dark must not flash.
 * The only script that is written into pages: as a file, a page would wait for it. A store that is closed
 * to us is no harm.
 */
export const SCHEME_SCRIPT = `try{var s=localStorage.${SCHEME_KEY};if(s)document.documentElement.dataset.scheme=s}catch(e){}`;

/** By this the content security policy knows it from any other. */
export const SCHEME_SCRIPT_SOURCE = `'sha256-${createHash('sha256').update(SCHEME_SCRIPT).digest('base64')}'`;
