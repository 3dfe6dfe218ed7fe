import type { Decision } from './decision.ts';
import { ON_SERVING } from './decisions-on-serving.ts';
import { ON_STORING } from './decisions-on-storing.ts';

/** Covers all tests that do not pass. */
export const DECISIONS: readonly Decision[] = [...ON_STORING, ...ON_SERVING];
