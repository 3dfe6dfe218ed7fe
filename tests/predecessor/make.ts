/** Makes the fixture of the predecessor anew: `npm run predecessor`, with PREDECESSOR for another commit. */
import { startSite } from '#tests/helpers/running-site.ts';
import { checkOut, PREDECESSOR } from './check-out.ts';
import { pack } from './fixture.ts';
import { leaveBehind } from './leave-behind.ts';

const { root, remove } = await checkOut(PREDECESSOR);
try {
  const site = await startSite({}, root);
  try {
    await pack(site.dataDir, await leaveBehind(site));
  } finally {
    await site.stop();
  }
} finally {
  await remove();
}
