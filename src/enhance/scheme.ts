import { keptScheme, showScheme } from './kept-scheme.ts';

// Small, and run before anything is drawn: a page that is read in the dark must not flash.
showScheme(keptScheme());
