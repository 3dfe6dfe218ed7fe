import { readFile } from 'node:fs/promises';
import { inRoot } from '#platform/process/root.ts';
import { sbomOf } from './sbom.ts';

const lock = JSON.parse(await readFile(inRoot('package-lock.json'), 'utf8'));
process.stdout.write(`${JSON.stringify(sbomOf(lock), null, 2)}\n`);
