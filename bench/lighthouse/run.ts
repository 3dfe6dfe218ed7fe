import { parseArgs } from 'node:util';
import { printLine, runStep } from '#platform/process/progress.ts';
import { runCommand } from '#platform/process/run-command.ts';
import { isMet } from '../goals.ts';
import { goalTable } from '../report.ts';
import { startMeasuredSite } from '../site.ts';
import { scoreGoals } from './goals.ts';
import { measureScores } from './measure.ts';

const PAGES = [
  '/articles/understanding-intensive-outpatient-treatment',
  '/',
  '/requests/request-call',
];

/** Prints the Lighthouse scores of the production build, and fails if a goal is missed. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
  const site = await runStep('Starting the site', startMeasuredSite);
  try {
    const scores = await measureScores(site.url, PAGES, Number(values.rounds));
    const goals = scoreGoals(scores);
    printLine(goalTable(goals));
    if (!goals.every(isMet)) process.exitCode = 1;
  } finally {
    await site.stop();
    await site.removeData();
  }
});
