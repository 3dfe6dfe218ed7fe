import { SPECULATION_RULES_PATH } from '#domain/addresses.ts';
import { writeSpeculationRules } from '#site/feeds/speculation-rules.ts';
import { file } from '#site/file.ts';

export const GET = file(SPECULATION_RULES_PATH, 'application/speculationrules+json', async () =>
  writeSpeculationRules(),
);

// Next would make files of some of these names once, when the site is built.
export const dynamic = 'force-dynamic';
