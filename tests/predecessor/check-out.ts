import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { commandEnv, ROOT } from '#tests/helpers/command.ts';

const run = promisify(execFile);

const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;

/** The commit that was in use before the changes that are being made now. */
export const PREDECESSOR = process.env.PREDECESSOR ?? 'a3dee9d';

export interface CheckedOut {
  root: string;
  remove(): Promise<void>;
}

/** Puts an earlier commit of this repository into a folder of its own, with what it depends on. */
export async function checkOut(commit: string): Promise<CheckedOut> {
  const root = path.join(
    await mkdtemp(path.join(tmpdir(), 'throughcare-predecessor-')),
    'checkout',
  );
  await run('git', ['worktree', 'add', '--detach', root, commit], { cwd: ROOT });
  await installIn(root);
  return {
    root,
    async remove() {
      await run('git', ['worktree', 'remove', '--force', root], { cwd: ROOT });
    },
  };
}

/** What both depend on is linked, which takes seconds; what is not the same is installed. */
async function installIn(root: string): Promise<void> {
  const names = [ROOT, root].map((of) => path.join(of, 'node_modules'));
  if (await hasSameLock(root)) await run('cp', ['--archive', '--link', ...names]);
  else await run('npm', ['ci'], { cwd: root, env: commandEnv(), maxBuffer: MOST_OUTPUT_BYTES });
}

async function hasSameLock(root: string): Promise<boolean> {
  const locks = [ROOT, root].map((of) => readFile(path.join(of, 'package-lock.json'), 'utf8'));
  const [ours, theirs] = await Promise.all(locks);
  return ours === theirs;
}
