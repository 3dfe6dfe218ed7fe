import { it, onTestFinished } from 'vitest';
import { startSite } from '#tests/helpers/running-site.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { checkOut, PREDECESSOR } from '#tests/predecessor/check-out.ts';
import { expectAllWorks } from '#tests/predecessor/expect-all-works.ts';
import { leaveBehind } from '#tests/predecessor/leave-behind.ts';

const EXTENDED = { RATE_LIMIT_FACTOR: '1000' };

it(`starts on the folder that ${PREDECESSOR} leaves behind, and all of it works`, async () => {
  const DATA_DIR = await temporaryFolder();
  const { root, remove } = await checkOut(PREDECESSOR);
  onTestFinished(remove);
  const before = await startSite({ ...EXTENDED, DATA_DIR }, root);
  const left = await leaveBehind(before).finally(before.stop);
  const site = await startSite({ ...EXTENDED, DATA_DIR });
  onTestFinished(site.stop);
  await expectAllWorks(site, left);
});
