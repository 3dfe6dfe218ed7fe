/** Creates the fixture of the previous release: `npm run predecessor`, with PREDECESSOR for another commit. */
import { startSite } from '#tests/helpers/running-site.ts';
import { checkOut, PREDECESSOR } from './check-out.ts';
import { createPredecessorData } from './create-data.ts';
import { packFixture } from './fixture.ts';

const { root, remove } = await checkOut(PREDECESSOR);
try {
  const site = await startSite({}, root);
  try {
    await packFixture(site.dataDir, await createPredecessorData(site));
  } finally {
    await site.stop();
  }
} finally {
  await remove();
}
