import type { PageSeed } from '../seed-types.ts';
import { privacy } from './pages/privacy.ts';
import { terms } from './pages/terms.ts';

/** Pages that every publisher needs: templates for counsel to complete. */
export const LEGAL_PAGES: PageSeed[] = [privacy, terms];
