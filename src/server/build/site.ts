import { spawn } from 'node:child_process';
import { Refusal } from '#platform/process/refusal.ts';
import { inRoot } from '#platform/process/root.ts';
import { fingerprint, type LeaveOut } from './fingerprint.ts';
import { isCurrent, stamped } from './stamp.ts';
import { joinStyles } from './styles.ts';

const STAMP = inRoot('.next/made-from');

/** All that a build is made from. */
const SOURCES = [
  'src',
  'collections',
  'globals',
  'public',
  'payload.config.ts',
  'next.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Files that the build makes itself, and files that no page is made from. */
const APART = [
  /^src\/site\/styles\/fonts\//,
  /^public\/assets\//,
  // Of the server, only these two folders run inside the build.
  /^src\/server\/(?!(boot|build)\/)/,
  /^src\/seed\//,
  /\.test\.tsx?$/,
  /\/README\.md$/,
];

const apart: LeaveOut = (file) => APART.some((pattern) => pattern.test(file));

const print = (): Promise<string> => fingerprint(inRoot(), SOURCES, apart);

/** Whether the site was built from other sources than those that are here. */
export const isStale = async (): Promise<boolean> => !(await isCurrent(STAMP, await print()));

/**
 * Builds the site for production.
 * @throws Refusal with what the build said, if it fails
 */
export async function buildSite(signal?: AbortSignal): Promise<void> {
  await stamped(STAMP, await print(), async () => {
    await nextBuild(signal);
    await joinStyles();
  });
}

function nextBuild(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inRoot('node_modules/next/dist/bin/next'), 'build'], {
      cwd: inRoot(),
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let said = '';
    const keep = (chunk: Buffer) => {
      said += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Refusal(`The site could not be built.\n${said}`)),
    );
  });
}
