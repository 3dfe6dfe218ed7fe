import { cp } from 'node:fs/promises';

/** Environment variable with the path of a data folder that has the demo content. */
export const SEEDED_DATA_VARIABLE = 'SEEDED_DATA_DIR';

/** Copies the seeded data folder, if there is one. Without it, the site seeds its empty folder itself. */
export async function copySeededData(dataDir: string): Promise<void> {
  const seeded = process.env[SEEDED_DATA_VARIABLE];
  if (seeded) await cp(seeded, dataDir, { recursive: true });
}
