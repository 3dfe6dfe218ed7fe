import { inWords } from '#platform/process/describe-failure.ts';
import { step } from '#platform/process/progress.ts';
import type { Bench } from '../bench.ts';
import { measureSubmissions, type Row } from './measure.ts';
import { driver } from './targets/driver.ts';
import { formBuilder } from './targets/form-builder.ts';
import { ours } from './targets/ours.ts';

/** Requests that are sent to the site, to its peer, and to the database itself. */
export async function compareSubmissions({
  site,
  database,
  plan,
  look,
  leftOut,
}: Bench): Promise<Row[]> {
  const peer = await step('Building Payload’s form-builder', () =>
    formBuilder(site.uri, database),
  ).catch((error: unknown) => {
    leftOut.push(`Payload’s form-builder. ${inWords(error).split('\n')[0]}`);
    return undefined;
  });
  const targets = [ours(site.url, database), ...(peer ? [peer] : []), driver(site.uri, database)];
  try {
    return await step('Sending', () => measureSubmissions(targets, plan, look));
  } finally {
    for (const target of targets) await target.stop();
  }
}
