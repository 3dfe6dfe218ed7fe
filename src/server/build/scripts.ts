import { access, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build, context, type Metafile, type Plugin } from 'esbuild';
import type { ScriptName } from '#platform/http/assets.ts';
import { rootPath } from '#platform/process/root.ts';

const FOLDER = rootPath('public/assets');

/** The entry points. Each becomes a file whose name has a hash of its content. */
const ENTRIES: Record<ScriptName, string> = {
  site: 'src/site/enhance/site.ts',
  preview: 'src/site/enhance/preview.ts',
  'proof-worker': 'src/site/enhance/proof-worker.ts',
};

const OPTIONS = {
  absWorkingDir: rootPath(),
  entryPoints: Object.values(ENTRIES),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2020',
  outdir: FOLDER,
  entryNames: '[name]-[hash]',
  metafile: true,
  legalComments: 'none',
  logLevel: 'silent',
} satisfies BuildOptions;

/**
 * Bundles the browser scripts of the site and writes their addresses to `manifest.json`.
 * @throws Error naming an entry point that is missing, or the error of the compiler
 */
export async function buildScripts(): Promise<void> {
  await requireEntries();
  const { metafile } = await build(OPTIONS);
  await writeManifest(metafile);
}

/**
 * Bundles the browser scripts, and again whenever one of their sources changes.
 * @param onError gets a line for each compile error
 * @returns a function that stops watching
 */
export async function watchScripts(onError: (line: string) => void): Promise<() => Promise<void>> {
  await requireEntries();
  const manifestPlugin: Plugin = {
    name: 'manifest',
    setup: ({ onEnd }) =>
      onEnd(async ({ metafile, errors }) => {
        if (metafile && errors.length === 0) await writeManifest(metafile);
        for (const { text, location } of errors) onError(`${location?.file ?? ''}: ${text}`);
      }),
  };
  const watcher = await context({ ...OPTIONS, plugins: [manifestPlugin] });
  await watcher.rebuild().catch(() => {});
  await watcher.watch();
  return () => watcher.dispose();
}

async function requireEntries(): Promise<void> {
  for (const entry of Object.values(ENTRIES)) {
    await access(rootPath(entry)).catch(() => {
      throw new Error(`The browser script ${entry} is missing.`);
    });
  }
}

async function writeManifest(metafile: Metafile): Promise<void> {
  const built = new Map(
    Object.entries(metafile.outputs).map(([file, { entryPoint }]) => [entryPoint, file]),
  );
  const manifest = Object.fromEntries(
    Object.entries(ENTRIES).map(([name, entry]) => [
      name,
      `/assets/${path.basename(built.get(entry) ?? '')}`,
    ]),
  );
  await mkdir(FOLDER, { recursive: true });
  await writeFile(path.join(FOLDER, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await removeOldBundles(new Set(Object.values(manifest).map((url) => path.basename(url))));
}

async function removeOldBundles(current: ReadonlySet<string>): Promise<void> {
  for (const file of await readdir(FOLDER)) {
    if (file.endsWith('.js') && !current.has(file)) await rm(path.join(FOLDER, file));
  }
}
