import { describeFailure } from '#platform/process/describe-failure.ts';
import { runStep } from '#platform/process/progress.ts';
import type { BenchContext } from '../context.ts';
import { measureSubmissions, type SubmissionRow } from './measure.ts';
import { driverTarget } from './targets/driver.ts';
import { startFormBuilder } from './targets/form-builder.ts';
import { throughcareTarget } from './targets/throughcare.ts';

/** Measures submissions to the site, to its peer and directly to the database. */
export async function runSubmissionsPart({
  site,
  database,
  plan,
  probe,
  leftOut,
}: BenchContext): Promise<SubmissionRow[]> {
  const peer = await runStep('Building Payload’s form-builder', () =>
    startFormBuilder(site.uri, database),
  ).catch((error: unknown) => {
    leftOut.push(`Payload’s form-builder. ${describeFailure(error).split('\n')[0]}`);
    return undefined;
  });
  const targets = [
    throughcareTarget(site.url, database),
    ...(peer ? [peer] : []),
    driverTarget(site.uri, database),
  ];
  try {
    return await runStep('Measuring submissions', () => measureSubmissions(targets, plan, probe));
  } finally {
    for (const target of targets) await target.stop();
  }
}
