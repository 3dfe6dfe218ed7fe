import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type OwnSite, startSite } from '#tests/helpers/running-site.ts';

/** The site as it is measured. */
export interface Site extends OwnSite {
  /** Address of its database. */
  uri: string;
  /** What another process needs to serve the same site. */
  environment: NodeJS.ProcessEnv;
}

const SECRETS = {
  PAYLOAD_SECRET: 'not a secret: this one signs for measurements only',
  SUPPRESSION_KEY: 'not a secret: this one hashes for measurements only',
};

/** Nothing is turned away, and nothing is left out for it: limits are counted, only higher. */
const SETTINGS = {
  ...SECRETS,
  RATE_LIMIT_FACTOR: '1000000',
  TRUSTED_PROXIES: '127.0.0.1,::1',
};

/** Starts the whole product on the demo content. Its data stays until `forget`. */
export async function startMeasured(): Promise<Site & { forget(): Promise<void> }> {
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
    forget: () => rm(folder, { recursive: true, force: true }),
  };
}
