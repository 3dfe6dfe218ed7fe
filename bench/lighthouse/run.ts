import { parseArgs } from 'node:util';
import { runAsProgram } from '#platform/process/program.ts';
import { say, step } from '#platform/process/progress.ts';
import { isMet } from '../goals.ts';
import { startMeasured } from '../site.ts';
import { goalTable } from '../table.ts';
import { scoreGoals } from './goals.ts';
import { measureScores } from './measure.ts';

const PAGES = [
  '/articles/understanding-intensive-outpatient-treatment',
  '/',
  '/requests/request-call',
];

/** Shows what Lighthouse says of the production build, and fails if a goal is missed. */
await runAsProgram(async () => {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
  const site = await step('Starting the site', startMeasured);
  try {
    const scores = await measureScores(site.url, PAGES, Number(values.rounds));
    const goals = scoreGoals(scores);
    say(goalTable(goals));
    if (!goals.every(isMet)) process.exitCode = 1;
  } finally {
    await site.stop();
    await site.forget();
  }
});
