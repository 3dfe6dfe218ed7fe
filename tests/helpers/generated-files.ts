import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, runProgram } from './command.ts';

/** Committed files that Payload generates from its configuration, and the commands that write them. */
const GENERATORS = {
  'src/payload-types.ts': 'generate:types',
  'src/app/(payload)/admin/importMap.js': 'generate:importmap',
} as const;

/**
 * Generates the files, compares them with the existing ones, and restores those.
 * @returns true if all files are current
 */
export async function checkGeneratedFiles(): Promise<boolean> {
  let current = true;
  for (const [name, generate] of Object.entries(GENERATORS)) {
    const file = path.join(ROOT, name);
    const before = await readFile(file, 'utf8');
    try {
      const generated = await runProgram('payload', [generate]);
      const unchanged = generated && (await readFile(file, 'utf8')) === before;
      if (generated && !unchanged) console.log(`${name} is out of date. Run: npm run generate`);
      current &&= unchanged;
    } finally {
      await writeFile(file, before);
    }
  }
  return current;
}
