import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { commandEnv, ROOT } from '#tests/helpers/command.ts';

const run = promisify(execFile);

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Commit of the previous release. */
export const PREDECESSOR = process.env.PREDECESSOR ?? 'a3dee9d';

export interface Checkout {
  root: string;
  remove(): Promise<void>;
}

/** Checks out an earlier commit of this repository into a temporary worktree, with its dependencies. */
export async function checkOut(commit: string): Promise<Checkout> {
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

/** Hard-links our `node_modules` if both have the same lock file, which takes seconds; otherwise runs `npm ci`. */
async function installIn(root: string): Promise<void> {
  const folders = [ROOT, root].map((checkout) => path.join(checkout, 'node_modules'));
  if (await hasSameLock(root)) await run('cp', ['--archive', '--link', ...folders]);
  else await run('npm', ['ci'], { cwd: root, env: commandEnv(), maxBuffer: MAX_OUTPUT_BYTES });
}

async function hasSameLock(root: string): Promise<boolean> {
  const locks = [ROOT, root].map((checkout) =>
    readFile(path.join(checkout, 'package-lock.json'), 'utf8'),
  );
  const [ours, theirs] = await Promise.all(locks);
  return ours === theirs;
}
