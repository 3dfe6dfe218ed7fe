import { SPECULATION_RULES_PATH } from '#domain/addresses.ts';
import { writeSpeculationRules } from '#feeds/speculation-rules.ts';
import { file } from '#file.ts';

export const GET = file(SPECULATION_RULES_PATH, 'application/speculationrules+json', async () =>
  writeSpeculationRules(),
);

// Next would make files of some of these names once, when the site is built.
export const dynamic = 'force-dynamic';
