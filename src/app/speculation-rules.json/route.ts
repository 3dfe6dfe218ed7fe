import { SPECULATION_RULES_PATH } from '#domain/site-paths.ts';
import { writeSpeculationRules } from '#site/feeds/speculation-rules.ts';
import { file } from '#site/file.ts';

export const GET = file(SPECULATION_RULES_PATH, 'application/speculationrules+json', async () =>
  writeSpeculationRules(),
);

// Next prerenders routes of some of these names at build time, like robots.txt.
export const dynamic = 'force-dynamic';
