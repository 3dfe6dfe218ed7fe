import type { PageSeed } from '../documents.ts';
import { privacy } from './pages/privacy.ts';
import { terms } from './pages/terms.ts';

/** Pages that every publisher must have; templates that counsel completes. */
export const LEGAL_PAGES: PageSeed[] = [privacy, terms];
