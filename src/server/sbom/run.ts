import { readFile } from 'node:fs/promises';
import { rootPath } from '#platform/process/root.ts';
import { createSbom } from './sbom.ts';

const lock = JSON.parse(await readFile(rootPath('package-lock.json'), 'utf8'));
process.stdout.write(`${JSON.stringify(createSbom(lock), null, 2)}\n`);
