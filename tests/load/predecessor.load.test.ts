import { it, onTestFinished } from 'vitest';
import { startSite } from '#tests/helpers/running-site.ts';
import { createTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { checkOut, PREDECESSOR } from '#tests/predecessor/check-out.ts';
import { createPredecessorData } from '#tests/predecessor/create-data.ts';
import { expectAllWorks } from '#tests/predecessor/expect-all-works.ts';

const SETTINGS = { RATE_LIMIT_FACTOR: '1000' };

it(`starts on the data folder of ${PREDECESSOR} and can use all of its data`, async () => {
  const DATA_DIR = await createTemporaryFolder();
  const { root, remove } = await checkOut(PREDECESSOR);
  onTestFinished(remove);
  const before = await startSite({ ...SETTINGS, DATA_DIR }, root);
  const data = await createPredecessorData(before).finally(before.stop);
  const site = await startSite({ ...SETTINGS, DATA_DIR });
  onTestFinished(site.stop);
  await expectAllWorks(site, data);
});
