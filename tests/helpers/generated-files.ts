import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { command, ROOT } from './command.ts';

/** Each is written from the configuration by its command, and committed. */
const GENERATED = {
  'src/payload-types.ts': 'generate:types',
  'src/app/(payload)/admin/importMap.js': 'generate:importmap',
} as const;

/**
 * Writes the generated files anew, compares them with the ones that were there, and puts those back.
 * @returns true if none has changed
 */
export async function generatedFilesAreCurrent(): Promise<boolean> {
  let current = true;
  for (const [name, generate] of Object.entries(GENERATED)) {
    const file = path.join(ROOT, name);
    const before = await readFile(file, 'utf8');
    try {
      const made = await command('payload', generate);
      const same = made && (await readFile(file, 'utf8')) === before;
      if (made && !same) console.log(`${name} is out of date. Run: npm run generate`);
      current &&= same;
    } finally {
      await writeFile(file, before);
    }
  }
  return current;
}
