import { inWords } from '#platform/process/describe-failure.ts';
import type { Bench } from '../bench.ts';
import { payloadTemplate } from '../peers/payload-template.ts';
import { openRig } from '../peers/rig.ts';
import { wordpress } from '../peers/wordpress.ts';
import { bareServer } from './bare-server.ts';
import { explainer } from './ours.ts';
import { rendered } from './rendered.ts';
import { sameText } from './same-text.ts';
import type { Target } from './target.ts';

/**
 * Starts all that is compared.
 * @param targets gets each as soon as it runs
 */
export async function openPages(
  { site, database, peers, leftOut }: Bench,
  targets: Target[],
): Promise<void> {
  const own = explainer(site);
  targets.push(own);
  targets.push(await bareServer(own.url));
  targets.push(await rendered(site.environment));
  const ifAtHand = async (name: string, open: () => Promise<Target[]>) => {
    try {
      targets.push(...(await open()));
    } catch (error) {
      leftOut.push(`${name}. ${inWords(error).split('\n')[0]}`);
    }
  };
  await ifAtHand('What others made', async () => {
    const rig = await openRig(peers);
    await ifAtHand('WordPress', () => wordpress(rig));
    await ifAtHand('Payload’s website template', () => payloadTemplate(rig, site.uri, database));
    return [await sameText(site, rig)];
  });
  for (const { url } of targets) await expectPage(url);
}

async function expectPage(url: string): Promise<void> {
  const answer = await fetch(url);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
}
