import { spawn } from 'node:child_process';
import { OperatorError } from '#platform/process/operator-error.ts';
import { rootPath } from '#platform/process/root.ts';
import { type FileFilter, fingerprint } from './fingerprint.ts';
import { buildAndRecord, isBuiltFrom } from './fingerprint-file.ts';
import { joinStyles } from './styles.ts';

const FINGERPRINT_FILE = rootPath('.next/made-from');

/** The files and folders that a build reads. */
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

/** Files that the build writes itself, and files that it does not read. */
const EXCLUDED = [
  /^src\/site\/styles\/fonts\//,
  /^public\/assets\//,
  // Next loads boot/ (from src/instrumentation.ts); build/ is the build itself.
  /^src\/server\/(?!(boot|build)\/)/,
  /^src\/seed\//,
  /\.test\.tsx?$/,
  /\/README\.md$/,
];

const isExcluded: FileFilter = (file) => EXCLUDED.some((pattern) => pattern.test(file));

const currentFingerprint = (): Promise<string> => fingerprint(rootPath(), SOURCES, isExcluded);

/** True if the sources have changed since the last build. */
export const isBuildStale = async (): Promise<boolean> =>
  !(await isBuiltFrom(FINGERPRINT_FILE, await currentFingerprint()));

/**
 * Builds the site for production.
 * @throws OperatorError with the output of the build, if it fails
 */
export async function buildSite(signal?: AbortSignal): Promise<void> {
  await buildAndRecord(FINGERPRINT_FILE, await currentFingerprint(), async () => {
    await runNextBuild(signal);
    await joinStyles();
  });
}

function runNextBuild(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [rootPath('node_modules/next/dist/bin/next'), 'build'], {
      cwd: rootPath(),
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let output = '';
    const append = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on('data', append);
    child.stderr.on('data', append);
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new OperatorError(`The site could not be built.\n${output}`)),
    );
  });
}
