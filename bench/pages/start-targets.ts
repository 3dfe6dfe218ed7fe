import { describeFailure } from '#platform/process/describe-failure.ts';
import type { BenchContext } from '../context.ts';
import { startPayloadTemplate } from '../peers/payload-template.ts';
import { openRig } from '../peers/rig.ts';
import { startWordPress } from '../peers/wordpress.ts';
import { startBareServer } from './bare-server.ts';
import { explainerTarget } from './explainer.ts';
import { createSameTextTarget } from './same-text.ts';
import type { PageTarget } from './target.ts';
import { startUncachedSite } from './uncached-site.ts';

/**
 * Starts all targets that are compared. Peers that are not available are left out.
 * @param targets receives each target as soon as it runs, so that the caller can stop it even after an error
 */
export async function startTargets(
  { site, database, peers, leftOut }: BenchContext,
  targets: PageTarget[],
): Promise<void> {
  const explainer = explainerTarget(site);
  targets.push(explainer);
  targets.push(await startBareServer(explainer.url));
  targets.push(await startUncachedSite(site.environment));
  const addIfAvailable = async (name: string, start: () => Promise<PageTarget[]>) => {
    try {
      targets.push(...(await start()));
    } catch (error) {
      leftOut.push(`${name}. ${describeFailure(error).split('\n')[0]}`);
    }
  };
  await addIfAvailable('The peers', async () => {
    const rig = await openRig(peers);
    await addIfAvailable('WordPress', () => startWordPress(rig));
    await addIfAvailable('Payload’s website template', () =>
      startPayloadTemplate(rig, site.uri, database),
    );
    return [await createSameTextTarget(site, rig)];
  });
  for (const { url } of targets) await expectPage(url);
}

async function expectPage(url: string): Promise<void> {
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
}
