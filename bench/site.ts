import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type StartedSite, startSite } from '#tests/helpers/running-site.ts';

/** The running site that is measured. */
export interface MeasuredSite extends StartedSite {
  /** Connection string of its database. */
  uri: string;
  /** Environment for another process that serves the same site. */
  environment: NodeJS.ProcessEnv;
}

const SECRETS = {
  PAYLOAD_SECRET: 'not a secret: this one signs for measurements only',
  SUPPRESSION_KEY: 'not a secret: this one hashes for measurements only',
};

/** Rate limits are raised, so that nothing is rejected. They are still counted, as in production. */
const SETTINGS = {
  ...SECRETS,
  RATE_LIMIT_FACTOR: '1000000',
  TRUSTED_PROXIES: '127.0.0.1,::1',
};

/** Starts the whole product on the demo content. Its data stays until `removeData` is called. */
export async function startMeasuredSite(): Promise<MeasuredSite & { removeData(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-bench-'));
  const dataDir = path.join(folder, 'data');
  const site = await startSite({ ...SETTINGS, DATA_DIR: dataDir });
  const uri = await readFile(path.join(dataDir, 'database-uri'), 'utf8');
  return {
    ...site,
    uri,
    environment: {
      ...process.env,
      ...SETTINGS,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATA_DIR: dataDir,
      DATABASE_URI: uri,
      SITE_URL: site.url,
    },
    removeData: () => rm(folder, { recursive: true, force: true }),
  };
}
